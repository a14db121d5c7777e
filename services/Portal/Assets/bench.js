// The allocation bench reckons while the rule is being changed. The form does the same without this, with its button.

const form = document.getElementById("bench");
const parts = ["said", "outcome"].map(id => document.getElementById(id));
let waiting, asking;

form?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(reckon, 300);
});

async function reckon() {
    asking?.abort();
    asking = new AbortController();
    const address = form.action + "?" + new URLSearchParams(new FormData(form));
    parts[1].setAttribute("aria-busy", "true");
    try {
        const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
        // Signed out, or the service is away: the page that says so is shown by asking for it as a page.
        if (!answer.ok || answer.redirected)
            return form.requestSubmit();
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of parts)
            part.replaceChildren(...fresh.getElementById(part.id).childNodes);
        history.replaceState(null, "", address);
        parts[1].removeAttribute("aria-busy");
    } catch (error) {
        if (error.name !== "AbortError")
            parts[1].removeAttribute("aria-busy");
    }
}
