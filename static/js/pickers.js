/** Pickers (data-picker): what is typed is sent as q, whatever the field's own name, so one address can serve every form. */

export function refreshPickers() {
  document.addEventListener("htmx:config:request", (event) => {
    const { sourceElement, request } = event.detail.ctx;
    if (!sourceElement.matches("input[data-picker]")) return;
    request.body.delete(sourceElement.name);
    request.body.set("q", sourceElement.value);
  });
}
