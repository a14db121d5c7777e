// Receipts that this device has confirmed and not delivered yet. They are kept before anything is sent, under a key that the server carries
// out once however often it hears it, so that no lost answer, closed browser or second tab makes two of one or none.

const channel = new BroadcastChannel("outbox");
const daysKept = 10;
const timeout = 10000;

// waiting: to be sent; refused: the server said why not; sent: the server has it.
// { key, account, parcel, what, receivedAt, seen, allGood, lines: [{ line, good, damaged, missing, unfit, reason, photos }],
//   pictures: [{ line, blob }], state, status, detail, receipt, at }

export function listen(changed) {
    channel.addEventListener("message", changed);
}

export async function all() {
    return (await inStore("readonly", store => store.getAll())).sort((one, other) => one.at - other.at);
}

// False if a receipt of this parcel is waiting already: it may have been confirmed in another tab.
export async function keep(receipt) {
    const database = await open();
    const kept = await new Promise((done, failed) => {
        const writing = database.transaction("receipts", "readwrite");
        const store = writing.objectStore("receipts");
        let free;
        store.index("parcel").getAll(receipt.parcel).onsuccess = found => {
            const others = found.target.result.filter(one => one.account === receipt.account);
            free = !others.some(one => one.state === "waiting");
            if (!free)
                return;
            for (const old of others)
                store.delete(old.key);
            store.put({ ...receipt, state: "waiting", at: Date.now() });
        };
        writing.oncomplete = () => done(free);
        writing.onerror = writing.onabort = () => failed(writing.error);
    });
    channel.postMessage("kept");
    return kept;
}

export async function forget(key) {
    await inStore("readwrite", store => store.delete(key));
    channel.postMessage("forgotten");
}

// Sends what waits, in the order of its confirmation; one tab or worker at a time.
// Answers idle (nothing of this account waits), waiting (no network, or the server cannot), or signed-out.
export function send() {
    return navigator.locks.request("outbox", async () => {
        let outcome = "idle";
        let session;
        for (const receipt of await all()) {
            if (receipt.state !== "waiting") {
                if (Date.now() - receipt.at > daysKept * 86400000)
                    await forget(receipt.key);
                continue;
            }
            try {
                session ??= await signIn();
                if (session === "signed-out" || session === "waiting") {
                    outcome = session;
                    break;
                }
                if (session.account === receipt.account && await deliver(receipt, session.token) === "waiting")
                    outcome = "waiting";
            } catch {
                outcome = "waiting";
                break;
            }
        }
        channel.postMessage(outcome);
        return outcome;
    });
}

// How far the clock of this device is behind that of the server, in milliseconds, as last heard.
export async function clockError() {
    return (await inStore("readonly", store => store.get("clock"), "facts"))?.behind ?? 0;
}

async function signIn() {
    const answer = await fetch("/association/outbox", { headers: { Accept: "application/json" }, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(timeout) });
    if (answer.status === 401 || answer.status === 404)
        return "signed-out";
    if (!answer.ok)
        return "waiting";
    const session = await answer.json();
    await inStore("readwrite", store => store.put({ name: "clock", behind: Date.parse(session.now) - Date.now() }), "facts");
    return session;
}

async function deliver(receipt, token) {
    for (const picture of receipt.pictures) {
        if (picture.photo)
            continue;
        const answer = await post(`/association/outbox/photos?parcel=${encodeURIComponent(receipt.parcel)}`, picture.blob, "application/octet-stream", token);
        if (!answer.ok)
            return settle(receipt, answer);
        picture.photo = (await answer.json()).photo;
        await inStore("readwrite", store => store.put(receipt));
    }
    const lines = receipt.lines.map(line => ({
        ...line,
        photos: [...line.photos ?? [], ...receipt.pictures.filter(picture => picture.line === line.line).map(picture => picture.photo)],
    }));
    const { key, account, parcel, receivedAt, seen, allGood } = receipt;
    const command = JSON.stringify({ key, account, parcel, receivedAt, seen, allGood, lines });
    return settle(receipt, await post("/association/outbox", command, "application/json", token));
}

// What the server will never take is refused; everything else can be sent again.
async function settle(receipt, answer) {
    const known = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : null;
    if (answer.ok && known?.receipt)
        Object.assign(receipt, { state: "sent", receipt: known.receipt, pictures: [], at: Date.now() });
    else if (known?.code && answer.status < 500 && ![401, 408, 425, 429].includes(answer.status) && known.code !== "form-expired")
        Object.assign(receipt, { state: "refused", detail: known.detail, status: answer.status });
    else
        return "waiting";
    await inStore("readwrite", store => store.put(receipt));
    return receipt.state;
}

function post(address, body, type, token) {
    return fetch(address, {
        method: "POST",
        body,
        headers: { "Content-Type": type, RequestVerificationToken: token, Accept: "application/json" },
        redirect: "error",
        // A picture has its time; a network that swallows everything must not hold the queue up permanently.
        signal: AbortSignal.timeout(body instanceof Blob ? 12 * timeout : 2 * timeout),
    });
}

let opened;
function open() {
    opened ??= new Promise((done, failed) => {
        const asked = indexedDB.open("outbox", 1);
        asked.onupgradeneeded = () => {
            asked.result.createObjectStore("receipts", { keyPath: "key" }).createIndex("parcel", "parcel");
            asked.result.createObjectStore("facts", { keyPath: "name" });
        };
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
    });
    return opened;
}

async function inStore(mode, act, name = "receipts") {
    const database = await open();
    return new Promise((done, failed) => {
        const doing = database.transaction(name, mode);
        const asked = act(doing.objectStore(name));
        doing.oncomplete = () => done(asked.result);
        doing.onerror = doing.onabort = () => failed(doing.error);
    });
}
