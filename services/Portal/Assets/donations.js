// Adds a row to a form without sending it. The server does the same for those who have no script.

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-add-row]"))) {
    button.addEventListener("click", event => {
        const rows = button.form.querySelector("[data-rows]");
        const last = rows.lastElementChild;
        if (!last)
            return;
        event.preventDefault();
        const from = rows.children.length - 1, to = from + 1;
        const row = /** @type {Element} */ (last.cloneNode(true));
        for (const element of row.querySelectorAll("*")) {
            for (const { name, value } of [...element.attributes]) {
                if (["id", "for", "name", "aria-describedby"].includes(name))
                    element.setAttribute(name, value.replace(`[${from}]`, `[${to}]`).replace(`-${from}-`, `-${to}-`));
            }
            element.removeAttribute("aria-invalid");
        }
        row.querySelectorAll(".fault, button").forEach(element => element.remove());
        row.querySelectorAll("input").forEach(input => input.value = "");
        const legend = row.querySelector("legend");
        if (legend)
            legend.textContent = legend.textContent.replace(/\d+/, String(to + 1));
        rows.append(row);
        /** @type {HTMLElement} */ (row.querySelector("input, select")).focus();
    });
}
