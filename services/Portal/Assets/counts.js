// Counting by scans: every scan joins a queue that is kept on this device until the server has answered it, so that a fast hand, a slow network
// and a reload lose nothing. A batch is sent under one key until its fate is known, so it is carried out once.

import { beep, canUseCamera, scanWithCamera } from "./scanner.js";

const MaxInBatch = 50;

const form = document.getElementById("count");
if (form)
    start(form);

function start(form) {
    const code = form.elements.code;
    const said = document.getElementById("said");
    const waiting = document.getElementById("waiting");
    const keep = form.dataset.keep;
    const sound = /** @type {HTMLInputElement} */ (document.querySelector("#sound input"));
    /** @type {{ key: string, condition: string, reason: string, codes: string[], alone?: boolean }[]} */
    let queue = JSON.parse(localStorage.getItem(keep) ?? "[]");
    let sending = false;
    let pause = 0;

    document.getElementById("sound").hidden = false;

    form.addEventListener("submit", event => {
        // The other ways post the page, as do people who open the details to use them.
        if (event.submitter && event.submitter.value !== "cartons")
            return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const scanned = code.value.trim();
        code.value = "";
        code.focus();
        if (scanned)
            add(scanned);
    }, true);

    function add(scanned) {
        const { condition, reason } = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
        const last = queue.at(-1);
        // The first in the queue may be on its way and is not touched.
        if (last && queue.length > 1 && !last.alone && last.condition === condition && last.reason === reason && last.codes.length < MaxInBatch)
            last.codes.push(scanned);
        else
            queue.push({ key: newKey(), condition, reason, codes: [scanned] });
        save();
        send();
    }

    async function send() {
        if (sending || queue.length === 0)
            return;
        sending = true;
        const batch = queue[0];
        const answer = await post(batch);
        sending = false;
        if (answer === "signed-out") {
            tell("refused", form.dataset.signedOut.replace("{count}", pending()));
            return;
        }
        if (!answer || answer.result === "unsure") {
            pause = Math.min(pause * 2 || 1_000, 15_000);
            tell("waiting", form.dataset.offline.replace("{count}", pending()));
            setTimeout(send, pause);
            return;
        }
        pause = 0;
        queue.shift();
        // One code that nobody knows must not keep the others from being counted.
        if (answer.result === "refused" && batch.codes.length > 1)
            queue.unshift(...batch.codes.map(one => ({ ...batch, key: newKey(), codes: [one], alone: true })));
        else
            tell(answer.result, (answer.result === "entered" && batch.codes.length > 1 ? "" : batch.codes.join(" ") + " — ") + answer.said);
        for (const [figure, text] of Object.entries(answer.figures ?? {}))
            document.querySelector(`[data-figure=${figure}]`).textContent = text;
        save();
        send();
    }

    async function post({ key, condition, reason, codes }) {
        const fields = new FormData(form);
        for (const [name, value] of Object.entries({ key, condition, reason, way: "cartons", code: codes.join("\n") }))
            fields.set(name, value);
        try {
            const answer = await fetch(location.pathname, { method: "POST", body: fields, headers: { Accept: "application/json" } });
            if (answer.headers.get("Content-Type")?.startsWith("application/json"))
                return await answer.json();
            return answer.status < 500 ? "signed-out" : undefined;
        } catch {
            return undefined;
        }
    }

    const pending = () => queue.reduce((sum, batch) => sum + batch.codes.length, 0);

    function save() {
        if (queue.length > 0)
            localStorage.setItem(keep, JSON.stringify(queue));
        else
            localStorage.removeItem(keep);
        waiting.hidden = pending() < 2;
        waiting.textContent = form.dataset.waiting.replace("{count}", pending());
    }

    function tell(result, text) {
        said.dataset.result = result;
        said.textContent = text;
        if (sound.checked && result !== "waiting")
            beep(result);
    }

    addEventListener("online", send);
    addEventListener("beforeunload", event => {
        if (queue.length > 0)
            event.preventDefault();
    });
    save();
    send();

    const camera = document.getElementById("camera");
    if (canUseCamera()) {
        let stop;
        camera.hidden = false;
        camera.addEventListener("click", async () => {
            if (stop) {
                stop();
                stop = undefined;
            } else {
                stop = await scanWithCamera(/** @type {HTMLVideoElement} */ (document.getElementById("viewfinder")), add).catch(() => tell("refused", form.dataset.noCamera));
            }
            camera.setAttribute("aria-pressed", String(Boolean(stop)));
        });
    }
}

/** Also where the page is not served by TLS and the browser has no randomUUID. */
function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
