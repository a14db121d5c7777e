// Sends a dispatch recipient by recipient and shows how far it is. Without this the form sends all of it at once. Pressing the button
// again, also on another day, sends what is left.

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("dispatch"));
const panel = document.getElementById("progress");
const said = document.getElementById("progress-said");
const bar = /** @type {HTMLProgressElement | null} */ (document.getElementById("bar"));
const fault = document.getElementById("fault");
let sending = false;

form?.addEventListener("submit", async event => {
    event.preventDefault();
    event.stopPropagation();
    if (sending)
        return;
    const all = new FormData(form);
    const recipients = /** @type {string[]} */ (all.getAll("recipients"));
    // Nobody is chosen: the page says so itself.
    if (recipients.length === 0)
        return form.submit();
    sending = true;
    form.setAttribute("aria-busy", "true");
    const button = /** @type {HTMLButtonElement} */ (form.querySelector("button.main"));
    button.disabled = true;
    fault.hidden = true;
    panel.hidden = false;
    bar.max = recipients.length;
    let done = 0;
    try {
        for (const recipient of recipients) {
            say(form.dataset.sending, done, recipients.length);
            const step = new FormData();
            for (const name of ["__RequestVerificationToken", "key", "carrier", "at", "expectedOn", "waybillPrefix"])
                step.set(name, all.get(name) ?? "");
            step.set("recipient", recipient);
            const answer = await fetch("?handler=step", { method: "POST", body: step, headers: { Accept: "application/json" } });
            const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
            // What somebody else has sent in the meantime is sent.
            if (!answer.ok && told.code !== "nothing-to-dispatch")
                throw new Error(told.detail ?? "");
            bar.value = ++done;
            form.querySelector(`[data-recipient="${CSS.escape(recipient)}"]`)?.remove();
        }
        location.assign("/coordinator/dispatch/sent?" + new URLSearchParams({ at: all.get("at") + "+09:00" }));
    } catch (error) {
        say(form.dataset.stopped, done, recipients.length);
        fault.textContent = error instanceof Error && !(error instanceof TypeError) ? error.message : "";
        fault.hidden = fault.textContent === "";
        form.removeAttribute("aria-busy");
        button.disabled = false;
        sending = false;
        button.focus();
    }
}, true);

function say(text, done, of) {
    said.textContent = text.replace("{done}", done).replace("{of}", of);
}
