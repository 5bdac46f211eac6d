/**
 * A changelog in which what was unreleased is that of a version.
 *
 * @param {string} changelog With a section `## Unreleased`.
 * @param {string} version
 * @param {string} date Of the release.
 * @returns {string | null} `null` where nothing is unreleased.
 */
export function releasedChangelog(changelog, version, date) {
  const [before, after] = changelog.split(/^## Unreleased\n/m);
  if (after === undefined || /^(?:\s*$|\s*## )/.test(after)) return null;
  return `${before}## Unreleased\n\n## ${version} – ${date}\n${after}`;
}
