/** The control of a field, or the first one inside it (`throughput` finds the first throughput). */
export function findField(root: ParentNode, name: string): HTMLElement | null {
  const exact = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  return exact ?? root.querySelector<HTMLElement>(`[data-field^="${CSS.escape(name)}."]`);
}

/** Opens the folds that a control lies in, since what is folded away cannot take focus. */
export function unfold(element: HTMLElement) {
  let fold = element.parentElement?.closest("details");
  while (fold) {
    fold.open = true;
    fold = fold.parentElement?.closest("details");
  }
}

export function focusField(root: ParentNode, name: string): boolean {
  const element = findField(root, name);
  if (!element) return false;
  unfold(element);
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
  return true;
}

/** After a check: the first field with an error, wherever it is folded away. */
export function focusFirstError(root: ParentNode) {
  const [element] = root.querySelectorAll<HTMLElement>('[aria-invalid="true"]');
  if (!element) return;
  unfold(element);
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
}
