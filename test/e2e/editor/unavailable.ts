/**
 * Thrown when an editor or a browser cannot be had on this machine.
 *
 * It is a type of its own because only this failure lets a run turn to another editor;
 * a test that fails must never do so. The message is one line: what is missing, and how to get it.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
