/** Shows the button only where it can do something. */
export function printButton(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
