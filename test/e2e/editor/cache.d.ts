/**
 * The folder where editors and browsers are kept from one run to the next.
 *
 * It lies outside the checkout, so that a clean clone does not mean another download of 800 MB.
 */
export declare function cacheFolder(): string;
/**
 * Gives the folder of something installed, and installs it first where that has not been done.
 *
 * An installation is made in a folder of its own and renamed into place when it is whole. Nobody therefore
 * ever sees half of one, and two runs at the same time cost one installation too many, never a broken one.
 *
 * @param versions What is installed; any change of it makes a new installation.
 */
export declare function provide(name: string, versions: Readonly<Record<string, string>>, install: (folder: string) => Promise<void>): Promise<string>;
