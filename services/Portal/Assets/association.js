// The association's pages where there is script: steppers and sums, and receipts that are kept on the device until they are delivered.

import { all, clockError, forget, keep, listen, send } from "./outbox.js";

const account = document.documentElement.dataset.account;
const language = document.documentElement.lang;
const outbox = document.getElementById("outbox");
const answers = document.getElementById("answers");
const isCopy = document.documentElement.dataset.kept !== undefined;
let outcome = "idle";

for (const line of document.querySelectorAll("fieldset.found"))
    count(line);
sayWhenKept();

if (isSecureContext && "indexedDB" in window && "locks" in navigator) {
    if (answers) {
        for (const form of answers.querySelectorAll("form[data-receipt]"))
            form.addEventListener("submit", confirm);
        await refill();
    }
    listen(event => {
        if (["idle", "waiting", "signed-out"].includes(event.data))
            outcome = event.data;
        show();
    });
    for (const occasion of ["online", "focus"])
        addEventListener(occasion, deliver);
    if (isCopy && !answers)
        addEventListener("online", () => location.reload());
    setInterval(deliver, 30000);
    await deliver();
    await install();
}

// --- Steppers and sums

function count(line) {
    const most = Number(line.dataset.outstanding);
    const fields = Object.fromEntries([...line.querySelectorAll("input[data-found]")].map(field => [field.dataset.found, field]));
    const sum = line.querySelector(".sum");
    const counted = ["good", "damaged", "missing", "unfit"];
    // Until somebody types how many are good, all that is not said to be otherwise is.
    let followed = number(fields.good) === most;

    for (const kind of counted) {
        const field = fields[kind];
        const label = line.querySelector(`label[for="${field.id}"]`).textContent;
        field.before(step(field, label, -1));
        field.after(step(field, label, 1));
        field.addEventListener("input", () => {
            if (kind === "good")
                followed = false;
            else if (followed)
                fields.good.value = Math.max(0, most - (total() - (number(fields.good) || 0)));
            say();
        });
    }
    fields.reason.addEventListener("input", say);
    fields.photos.addEventListener("change", preview);
    line.addEventListener("sum", say);
    if (!sum.querySelector(".fault"))
        say();

    function step(field, label, by) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = by > 0 ? "+" : "−";
        button.setAttribute("aria-label", `${label} ${by > 0 ? "+1" : "−1"}`);
        button.addEventListener("click", () => {
            field.value = Math.max(0, (number(field) || 0) + by);
            field.dispatchEvent(new Event("input"));
        });
        return button;
    }

    function total() {
        return counted.reduce((pieces, kind) => pieces + number(fields[kind]), 0);
    }

    function say() {
        const pieces = total();
        const [text, wrong] = Number.isNaN(pieces) ? [sum.dataset.wrong, true]
            : pieces > most ? [sum.dataset.more.replace("{pieces}", (pieces - most).toLocaleString(language)), true]
            : pieces < most ? [sum.dataset.less.replace("{pieces}", (most - pieces).toLocaleString(language)), false]
            : [sum.dataset.exact, false];
        sum.textContent = text;
        sum.classList.toggle("fault", wrong);
        sum.classList.toggle("exact", pieces === most);
        fields.good.setCustomValidity(wrong ? text : "");
        const differs = number(fields.damaged) + number(fields.missing) + number(fields.unfit) > 0;
        // Why and how it looks is asked where something is wrong.
        for (const field of [fields.reason, fields.photos])
            field.closest(".field").hidden = !differs && fields.reason.value === "" && fields.photos.files.length === 0;
        fields.reason.setCustomValidity(differs && fields.reason.value.trim() === "" ? fields.reason.dataset.needed : "");
    }

    function preview() {
        const previews = line.querySelector(".previews");
        previews.replaceChildren();
        const large = [...fields.photos.files].some(file => file.size > Number(fields.photos.dataset.most));
        fields.photos.setCustomValidity(large ? fields.photos.dataset.tooLarge : "");
        if (large)
            fields.photos.reportValidity();
        for (const file of fields.photos.files) {
            const image = document.createElement("img");
            image.src = URL.createObjectURL(file);
            image.alt = file.name;
            previews.append(image);
        }
    }
}

// １２,０００ is 12000; nothing is 0; anything else is no number.
function number(field) {
    const digits = field.value.normalize("NFKC").replace(/[,\s]/g, "");
    return /^\d{0,12}$/.test(digits) ? Number(digits) : NaN;
}

// --- Confirming

async function confirm(event) {
    const form = event.target;
    event.preventDefault();
    if (form.dataset.sent || !form.reportValidity())
        return;
    form.dataset.sent = "true";
    form.setAttribute("aria-busy", "true");
    try {
        const receipt = await read(form);
        if (!receipt.allGood && receipt.lines.length === 0) {
            const first = form.querySelector("[data-found=good]");
            first.setCustomValidity(form.dataset.nothing);
            first.reportValidity();
            release(form);
            return;
        }
        if (await keep(receipt)) {
            const slow = setTimeout(show, 1500);
            outcome = await send();
            clearTimeout(slow);
            register();
            const [mine] = (await all()).filter(one => one.key === receipt.key);
            if (mine?.state === "sent") {
                await forget(receipt.key);
                location.assign(`/association/parcels/${encodeURIComponent(receipt.parcel)}/receipts/${encodeURIComponent(mine.receipt)}`);
                return;
            }
        }
        await show();
        outbox.scrollIntoView();
    } catch (error) {
        // A browser that keeps nothing, as in a private window: then as without script.
        console.warn(error);
        form.submit();
        return;
    }
    release(form);
}

function release(form) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
}

async function read(form) {
    const at = form.elements.receivedAt;
    const lines = [...form.querySelectorAll("fieldset.found")].map(line => {
        const of = name => line.querySelector(`[data-found=${name}]`);
        return {
            line: Number(line.dataset.line),
            good: number(of("good")), damaged: number(of("damaged")), missing: number(of("missing")), unfit: number(of("unfit")),
            reason: of("reason").value.trim() || null,
            photos: [...line.querySelectorAll("input[type=hidden][name$=Photos]")].map(photo => photo.value),
            pictures: [...of("photos").files],
        };
    }).filter(line => line.good + line.damaged + line.missing + line.unfit > 0);
    return {
        key: crypto.randomUUID(),
        account,
        parcel: answers.dataset.parcel,
        what: form.dataset.receipt,
        seen: Number(answers.dataset.seen),
        // What somebody typed as the time of the place is that; else it is now, by the server's clock as far as it is known.
        allGood: form.querySelector("fieldset.found") === null,
        receivedAt: at.value === at.defaultValue ? inJapan(Date.now() + await clockError()) : `${at.value}:00+09:00`,
        lines: lines.map(({ pictures, ...line }) => line),
        pictures: lines.flatMap(line => line.pictures.map(blob => ({ line: line.line, blob }))),
    };
}

function inJapan(instant) {
    return new Date(instant + 9 * 3600000).toISOString().slice(0, 16) + ":00+09:00";
}

// A receipt of this parcel that was refused is typed in again, so that only what was wrong has to be changed.
async function refill() {
    const [refused] = (await mine()).filter(one => one.state === "refused" && one.parcel === answers.dataset.parcel && !one.allGood);
    if (!refused)
        return;
    for (const { line, ...found } of refused.lines) {
        const part = answers.querySelector(`fieldset[data-line="${line}"]`);
        for (const [name, value] of Object.entries(found)) {
            const field = /** @type {HTMLInputElement | null | undefined} */ (part?.querySelector(`[data-found=${name}]`));
            if (field && field.type !== "file")
                field.value = value ?? "";
        }
        part?.dispatchEvent(new Event("sum"));
    }
}

// --- What has not been delivered

async function deliver() {
    if ((await mine()).some(one => one.state === "waiting"))
        outcome = await send();
    await show();
}

async function mine() {
    return (await all()).filter(one => one.account === account);
}

async function show() {
    const kept = await all();
    const about = outbox?.dataset.about;
    const listed = kept.filter(one => one.account === account && (!about || one.parcel === about));
    const others = document.getElementById("others-outbox");
    if (others)
        others.hidden = !kept.some(one => one.account !== account && one.state === "waiting");
    if (answers)
        answers.hidden = listed.some(one => one.state === "waiting" || (one.state === "sent" && (isCopy || one.at > performance.timeOrigin)));
    if (!outbox)
        return;
    outbox.hidden = listed.length === 0;
    const waiting = listed.filter(one => one.state === "waiting").length;
    outbox.querySelector("[data-slot=count]").textContent = waiting > 0 ? `(${waiting})` : "";
    outbox.querySelector("ul").replaceChildren(...listed.map(entry));
}

function entry(receipt) {
    const state = receipt.state === "waiting" && outcome === "signed-out" ? "signed-out" : receipt.state;
    const template = /** @type {HTMLTemplateElement} */ (outbox.querySelector(`template[data-state=${state}]`));
    const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const put = (name, text) => {
        for (const slot of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll(`[data-slot=${name}]`)))
            slot.textContent = slot.dataset.text ? slot.dataset.text.replace("{time}", text) : text;
    };
    put("what", `${receipt.parcel}: ${receipt.what}`);
    put("when", new Date(receipt.receivedAt).toLocaleString(language, { timeZone: "Asia/Tokyo", dateStyle: "medium", timeStyle: "short" }));
    put("detail", receipt.detail ?? "");
    put("receipt", receipt.receipt ?? "");
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (item.querySelectorAll("a[data-slot]")))
        link.href = `/association/parcels/${encodeURIComponent(receipt.parcel)}/` + (receipt.receipt ? `receipts/${encodeURIComponent(receipt.receipt)}` : "receipt");
    item.querySelector("[data-do=send]")?.addEventListener("click", deliver);
    item.querySelector("[data-do=forget]")?.addEventListener("click", () => forget(receipt.key).then(show));
    return item;
}

function sayWhenKept() {
    const note = document.getElementById("kept-copy");
    const at = document.documentElement.dataset.kept;
    if (!note || at === undefined)
        return;
    note.textContent = note.dataset.text.replace("{time}", at ? new Date(at).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" }) : "–");
    note.hidden = false;
}

// --- The worker

async function install() {
    if (!("serviceWorker" in navigator) || isCopy)
        return;
    try {
        await navigator.serviceWorker.register("/association/worker.js", { type: "module", scope: "/association" });
        const { active } = await navigator.serviceWorker.ready;
        const here = location.pathname === "/association" || answers ? [location.pathname] : [];
        active.postMessage({ keep: [...here, ...[.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-keep]"))].map(link => link.pathname)] });
        await register();
    } catch (error) {
        console.info(error);
    }
}

// Where the browser can, it sends by itself when the network is back, also with every page closed.
async function register() {
    if (!("serviceWorker" in navigator) || !(await mine()).some(one => one.state === "waiting"))
        return;
    /** @type {(ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }) | undefined} */
    const registration = await navigator.serviceWorker.getRegistration("/association");
    await registration?.sync?.register("outbox").catch(() => {});
}
