// The time of a milestone is now, by the clock of its place, until somebody types another one.

const twoDigits = number => String(number).padStart(2, "0");

/** Now as a datetime-local field shows it at an offset such as "+09:00". */
function nowAt(offset) {
    const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset);
    const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    const at = new Date(Date.now() + shift * 60_000);
    return `${at.getUTCFullYear()}-${twoDigits(at.getUTCMonth() + 1)}-${twoDigits(at.getUTCDate())}T${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}`;
}

function tick() {
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[data-now]"))) {
        if (field !== document.activeElement && field.value === field.defaultValue)
            field.defaultValue = field.value = nowAt(field.dataset.now);
    }
}

setInterval(tick, 15_000);
addEventListener("pageshow", tick);
