/** The folders of src: each imports only from itself and from folders above it in this list. */
export const rooms = [
  "file",
  "reading",
  "config",
  "model",
  "series",
  "evidence",
  "lint",
  "report",
  "render",
  "interview",
  "editing",
  "language",
  "cli/host",
  "cli/prompt",
  "cli/commands",
  "cli",
];
