const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const FILE = /^file:/i;

/** What is said of an argument that names nothing: of an address, what to do instead. */
export function absent(argument: string): string {
  if (argument === '') return 'expected the path of a file or folder, found an empty text';
  if (FILE.test(argument))
    return 'expected the path of a file, found an address; leave file:// out';
  if (isAddress(argument)) {
    return 'expected a file, found an address; copydesk makes no network call: fetch it and pipe it in (curl -sL ADDRESS | copydesk COMMAND -)';
  }
  return 'expected a file or folder, found nothing of that name';
}

/** Whether an argument is an address, with its scheme. */
export function isAddress(argument: string): boolean {
  return ADDRESS.test(argument);
}
