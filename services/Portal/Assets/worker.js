// The association's pages without a network: the last copy of the start page and of every receipt, for the account that saw them and
// nobody else, and the sending of what waits when the network is back.

import { send } from "./outbox.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const timeout = 8000;
const start = "/association";

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", event => event.waitUntil(worker.clients.claim()));
// TypeScript's library does not declare this event yet.
worker.addEventListener("sync", event => /** @type {ExtendableEvent} */ (event).waitUntil(send().then(outcome => outcome === "waiting" ? Promise.reject(outcome) : outcome)));
worker.addEventListener("message", event => event.waitUntil(Promise.allSettled(event.data.keep.map(refresh))));
worker.addEventListener("fetch", event => {
    const { request } = event;
    const address = new URL(request.url);
    if (request.method !== "GET" || address.origin !== location.origin)
        return;
    if (address.pathname.startsWith("/assets/"))
        event.respondWith(asset(request));
    else if (request.mode === "navigate" && (address.pathname === start || address.pathname.startsWith(start + "/")))
        event.respondWith(page(event));
});

const isKept = path => path === start || /^\/association\/parcels\/[^/]+\/receipt$/.test(path);

async function page(event) {
    const { pathname } = new URL(event.request.url);
    const kept = await lastSeen(pathname);
    try {
        const answer = await Promise.race([fetch(event.request), ...kept ? [tooLate()] : []]);
        if (kept && [502, 503, 504].includes(answer.status))
            return marked(kept);
        if (isKept(pathname))
            event.waitUntil(remember(pathname, answer.clone()));
        return answer;
    } catch (error) {
        if (kept)
            return marked(kept);
        throw error;
    }
}

// If there is a copy, a network that does not answer counts as missing.
function tooLate() {
    return new Promise((_, failed) => setTimeout(failed, timeout, new Error("The network does not answer.")));
}

// The page itself, else the start page, from which every receipt can be reached.
async function lastSeen(path) {
    const [name] = (await caches.keys()).filter(name => name.startsWith("pages "));
    if (!name)
        return undefined;
    const cache = await caches.open(name);
    return await cache.match(path) ?? await cache.match(start);
}

// Says in the page that it is a copy, and of when.
async function marked(kept) {
    const at = kept.headers.get("Date") ?? "";
    const text = (await kept.text()).replace("<html ", `<html data-kept="${at}" `);
    return new Response(text, { headers: kept.headers });
}

async function refresh(path) {
    await remember(path, await fetch(path, { headers: { Accept: "text/html" } }));
}

async function remember(path, answer) {
    if (!answer.ok || answer.redirected || !answer.headers.get("Content-Type")?.startsWith("text/html"))
        return;
    const text = await answer.text();
    const account = text.match(/<html [^>]*data-account="([^"]+)"/)?.[1];
    if (!account)
        return;
    const name = `pages ${account}`;
    for (const other of await caches.keys()) {
        if (other.startsWith("pages ") && other !== name)
            await caches.delete(other);
    }
    const headers = new Headers(answer.headers);
    headers.delete("Content-Encoding");
    headers.delete("Content-Length");
    // Its assets first, so that a page that is kept can be used.
    await keepAssets(text);
    await (await caches.open(name)).put(path, new Response(text, { headers }));
}

// A page is kept with all that it names, and a module with all that it imports. An address holds the hash of its content.
async function keepAssets(text) {
    const cache = await caches.open("assets");
    for (const [address] of text.matchAll(/\/assets\/[0-9a-f]+\/[\w.-]+/g)) {
        if (await cache.match(address))
            continue;
        const answer = await fetch(address);
        if (!answer.ok)
            continue;
        await cache.put(address, answer.clone());
        if (address.endsWith(".js"))
            await keepAssets(await answer.text());
    }
}

async function asset(request) {
    return await caches.match(request.url) ?? fetch(request);
}
