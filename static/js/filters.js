/** Filter bars (data-filters): keeps empty conditions out of the address and tells which part of the page is being fetched. */

export function cleanQueries() {
  document.addEventListener("htmx:config:request", (event) => {
    const { sourceElement, request } = event.detail.ctx;
    if (!sourceElement.matches("form[data-filters]")) return;
    for (const [name, value] of [...request.body]) if (value === "") request.body.delete(name);
  });
  const busy = (state) => (event) => {
    const { sourceElement, target } = event.detail.ctx;
    if (sourceElement.matches("form[data-filters]")) target?.setAttribute?.("aria-busy", state);
  };
  document.addEventListener("htmx:before:request", busy("true"));
  document.addEventListener("htmx:finally:request", busy("false"));
}
