// What is published is made of what is in the repository, which stays as it is.

/** What others need to know of the package; all else is for those who work on it. */
const PUBLISHED_FIELDS = [
  ...['name', 'version', 'description', 'keywords', 'homepage', 'bugs', 'license', 'author', 'contributors', 'funding'],
  ...['repository', 'type', 'exports', 'sideEffects', 'bin', 'man', 'files', 'engines', 'os', 'cpu', 'publishConfig'],
];

/**
 * The manifest of the published package: no packages, which are bundled, no scripts and no settings of tools.
 *
 * @param {Readonly<Record<string, unknown>>} manifest The repository's own.
 * @returns {Record<string, unknown>}
 */
export function publishedManifest(manifest) {
  return Object.fromEntries(Object.entries(manifest).filter(([field]) => PUBLISHED_FIELDS.includes(field)));
}

/**
 * A page of Markdown as it can be read outside of the repository: what leads to a file there does so by its address, in
 * the state of this version.
 *
 * @param {string} page With paths relative to the top of the repository.
 * @param {object} where
 * @param {string} where.repository Address of the repository.
 * @param {string} where.tag Name of the version there.
 * @param {(path: string) => boolean} where.exists Whether a path leads to something in the repository.
 */
export function publishedPage(page, { repository, tag, exists }) {
  return page.replace(LINK, (link, before, target, after) => {
    const [path, place = ''] = target.split(/(?=#)/);
    if (path === '' || !exists(path)) return link;
    return `${before}${repository}/${PICTURE.test(path) ? 'raw' : 'blob'}/${tag}/${path.replace(/^\.\//, '')}${place}${after}`;
  });
}

/** Of Markdown and HTML. */
const LINK = /(\]\(|\]: |\b(?:src|srcset|href)=")([^\s)":]+)(["\s)]|$)/gm;
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
