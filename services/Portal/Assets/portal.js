// What every page gets: live parts, one sending per form, and the viewer's own time on hover.

for (const time of /** @type {NodeListOf<HTMLTimeElement>} */ (document.querySelectorAll("time[datetime*=T]"))) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.valueOf()))
        time.title = at.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "long" });
}

// A form is sent once; its key would make the second sending harmless, but nobody should have to wonder.
document.addEventListener("submit", event => {
    if (event.defaultPrevented)
        return;
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.dataset.sent) {
        event.preventDefault();
        return;
    }
    form.dataset.sent = "true";
    form.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
    for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-sent]"))) {
        delete form.dataset.sent;
        form.removeAttribute("aria-busy");
    }
});

// Parts marked data-live="topic topic" are fetched again when the server says that a topic has changed.
const topics = new Set([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-live]"))].flatMap(part => part.dataset.live.split(/\s+/)).filter(Boolean));
if (topics.size > 0) {
    const source = new EventSource("/live?" + new URLSearchParams([...topics].map(topic => ["about", topic])));
    let waiting;
    source.addEventListener("changed", () => {
        clearTimeout(waiting);
        waiting = setTimeout(refresh, 150);
    });
    // What changed while the connection was gone was told to nobody.
    let lost = false;
    source.addEventListener("error", () => lost = true);
    source.addEventListener("open", () => {
        if (lost)
            refresh();
        lost = false;
    });
    addEventListener("pagehide", () => source.close());
}

// What no topic tells, because nothing of it is an event, is fetched every so many seconds while somebody looks.
const seconds = Math.min(...[.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-every]"))].map(part => Number(part.dataset.every)));
if (seconds < Infinity)
    setInterval(() => document.hidden || refresh(), seconds * 1000);

async function refresh() {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected)
        return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live][id]")) {
        const next = fresh.getElementById(part.id);
        // What somebody is typing, or has typed and not sent, is not taken from under the hands.
        if (next && !part.contains(document.activeElement) && !isFilledIn(part) && part.innerHTML !== next.innerHTML)
            part.replaceChildren(...next.childNodes);
    }
    document.dispatchEvent(new CustomEvent("refreshed"));
}

function isFilledIn(part) {
    return [...part.querySelectorAll("input, textarea")].some(field => field.value !== field.defaultValue || field.checked !== field.defaultChecked);
}

// The copies that a telephone keeps for use without a network are deleted with the person they were kept for: at the first page after signing out.
if ("caches" in window) {
    for (const name of await caches.keys()) {
        if (name.startsWith("pages ") && name !== `pages ${document.documentElement.dataset.account}`)
            await caches.delete(name);
    }
}
