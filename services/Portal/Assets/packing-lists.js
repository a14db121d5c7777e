// A file can be dropped on its form; it is sent at once, with progress, and the answer takes the place of the form.
// Without this the form works as forms do.

function prepare(root) {
    const form = root.querySelector("form[data-drop]");
    if (!form)
        return;
    const input = form.querySelector("input[type=file]");
    const zone = form.querySelector(".drop");
    zone.querySelector(".drop-here").hidden = false;
    for (const name of ["dragenter", "dragover"])
        zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add("over"); });
    for (const name of ["dragleave", "drop"])
        zone.addEventListener(name, () => zone.classList.remove("over"));
    zone.addEventListener("drop", event => {
        event.preventDefault();
        if (event.dataTransfer.files.length === 0)
            return;
        input.files = event.dataTransfer.files;
        send(form);
    });
    input.addEventListener("change", () => input.files.length > 0 && send(form));
    form.addEventListener("submit", event => {
        event.preventDefault();
        if (input.files.length > 0)
            send(form);
        else
            input.reportValidity();
    });
}

function send(form) {
    if (form.dataset.sending)
        return;
    form.dataset.sending = "true";
    form.setAttribute("aria-busy", "true");
    const sending = form.querySelector(".sending");
    const bar = sending.querySelector("progress");
    sending.hidden = false;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", event => event.lengthComputable && event.loaded < event.total ? bar.value = event.loaded / event.total * 100 : bar.removeAttribute("value"));
    request.addEventListener("load", () => {
        const part = request.response?.getElementById("packing-list");
        if (!part) {
            form.submit();
            return;
        }
        const here = document.getElementById("packing-list");
        here.replaceChildren(...part.childNodes);
        prepare(here);
        here.querySelector(".notice")?.scrollIntoView({ block: "start" });
    });
    // The connection broke: send it as a form does, so that the browser says what is wrong.
    request.addEventListener("error", () => form.submit());
    request.send(new FormData(form));
}

prepare(document);
