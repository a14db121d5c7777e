// The allocation bench reckons while the rule is being changed. The form does the same without this, with its button.

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("bench"));
const said = document.getElementById("said");
const outcome = document.getElementById("outcome");
let waiting, asking;

form?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(reckon, 300);
});

async function reckon() {
    asking?.abort();
    asking = new AbortController();
    const filled = /** @type {[string, string][]} */ ([...new FormData(form)]).filter(([, value]) => value !== "");
    const address = form.action + "?" + new URLSearchParams(filled);
    outcome.setAttribute("aria-busy", "true");
    try {
        const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
        // Signed out, or the service is away: the page that says so is shown by asking for it as a page.
        if (!answer.ok || answer.redirected)
            return form.requestSubmit();
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of [said, outcome])
            part.replaceChildren(...fresh.getElementById(part.id).childNodes);
        history.replaceState(null, "", address);
        outcome.removeAttribute("aria-busy");
    } catch (error) {
        // Without a network the last outcome stays, and the button says what is wrong.
        if (!(error instanceof DOMException && error.name === "AbortError"))
            outcome.removeAttribute("aria-busy");
    }
}
