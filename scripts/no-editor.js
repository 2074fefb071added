/** Stands in for @inquirer/external-editor in the bundle. */
export function editAsync() {
  throw new Error("there is no editor prompt here");
}
