/** A section by its definition and by its own id. */
export interface SectionAt {
  /** Id of the definition. */
  readonly definition: string;
  readonly section: string;
}

/** What the user says about the rows of a comparison. It holds whatever the texts say. */
export interface AskedRows {
  /** Sections of different definitions, two each, that stand in one row: the first is put into the row of the second. */
  readonly together: readonly (readonly [SectionAt, SectionAt])[];
  /** Sections each that stand in one row with none of the others named; one named alone, with nothing at all. */
  readonly apart: readonly (readonly SectionAt[])[];
}

/** Nothing said. */
export const NOTHING_ASKED: AskedRows = { together: [], apart: [] };

/** Whether two are the same section. */
export function isSameSection(a: SectionAt, b: SectionAt): boolean {
  return a.definition === b.definition && a.section === b.section;
}

/** The rows with the definition of each section named otherwise. */
export function renamedRows({ together, apart }: AskedRows, idOf: (definition: string) => string): AskedRows {
  const renamed = ({ definition, section }: SectionAt): SectionAt => ({ definition: idOf(definition), section });
  return {
    together: together.map(([one, other]) => [renamed(one), renamed(other)]),
    apart: apart.map((sections) => sections.map(renamed)),
  };
}
