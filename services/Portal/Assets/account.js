// Passkeys: a form marked data-passkey asks the browser for one and sends its answer along. Where the browser has none, the form stays hidden.

const passkeys = window.PublicKeyCredential;

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-passkey]"))) {
    if (!passkeys?.parseCreationOptionsFromJSON || !passkeys.parseRequestOptionsFromJSON)
        continue;
    const fault = /** @type {HTMLElement} */ (form.querySelector("[data-passkey-fault]"));
    form.hidden = false;
    form.addEventListener("submit", async event => {
        event.preventDefault();
        fault.hidden = true;
        form.setAttribute("aria-busy", "true");
        try {
            const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
            if (!answer.ok)
                throw new Error(answer.statusText);
            const options = await answer.json();
            const credential = form.dataset.passkey === "create"
                ? await navigator.credentials.create({ publicKey: passkeys.parseCreationOptionsFromJSON(options) })
                : await navigator.credentials.get({ publicKey: passkeys.parseRequestOptionsFromJSON(options) });
            /** @type {HTMLInputElement} */ (form.elements.namedItem("credential")).value = JSON.stringify(credential);
            form.submit();
        } catch {
            // The person changed its mind, or the device has no passkey for here.
            fault.hidden = false;
            form.removeAttribute("aria-busy");
        }
    });
}
