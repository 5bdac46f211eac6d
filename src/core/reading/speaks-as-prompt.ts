/** Characters of the body that are looked at. */
const MAX_LOOK = 2048;
/** Characters of a line that are looked at. */
const MAX_LINE = 200;

/**
 * Whether a text speaks as a prompt does: its first paragraph tells somebody who he is ("You are …", "Act as …", in the
 * languages that definitions are written in), or its title calls it an agent.
 *
 * @param body A body without frontmatter.
 * @param titled Whether the title is enough. Among documents it is not: there are pages about an agent. With the name of
 *   a file it is if the file is called so.
 */
export function speaksAsPrompt(body: string, titled: boolean | string = true): boolean {
  for (const line of body.slice(0, MAX_LOOK).split(/\r\n|\n|\r/)) {
    const text = line.slice(0, MAX_LINE).trim();
    if (text === '' || PASSED_OVER.test(text)) continue;
    const title = /^#{1,6}[ \t]+([^ \t].*)$/.exec(text)?.[1];
    if (title === undefined) return opensPrompt(text) || (titled !== false && describes(text, titled === true));
    if (titled === true && HEADS_A_ROLE.test(title)) return true;
    if (/^#[^#]/.test(text) && namesAnAgent(title.replaceAll('*', '').trim(), titled)) return true;
  }
  return false;
}

function namesAnAgent(title: string, titled: boolean | string): boolean {
  if (titled === false || !NAMES_AN_AGENT.test(title)) return false;
  if (titled === true) return true;
  const name = ownName(titled.replace(/\.[a-z]+$/i, ''));
  return name === '' || name === ownName(title);
}

/**
 * Whether a text is titled as somebody who does something, and its file called so: `data-scientist.md`, "# Data Scientist".
 *
 * @param body A body without frontmatter.
 * @param file The name of its file.
 */
export function isTitledAsRole(body: string, file: string): boolean {
  const title =
    /^\s*#[ \t]+([^\r\n]{1,200})/
      .exec(body)?.[1]
      ?.replace(/\([^()]*\)/g, '')
      .trim() ?? '';
  return NAMES_SOMEBODY.test(title) && ownName(title) === ownName(file.replace(/\.[a-z]+$/i, ''));
}

const NAMES_SOMEBODY =
  /(?:er|or|(?<!checkl)ist|architect|analyst|expert|lead|coach|guardian|advocate|maestro|detective|critic|partner|ant|agent)$/i;

/** `Backend Agent`, `backend-agent` and `backend` are one name. */
const ownName = (text: string): string => text.toLowerCase().replace(/(?:sub-?)?agent[es]?|агент|prompt|\P{L}/gu, '');

/** Rules, fences, tags, comments, notes and particulars that a prompt may stand behind. */
const PASSED_OVER =
  /^(?:(?:\*\*(?:Colou?r|Model|Version|Date|Status|Дата|Версия|Статус)(?::\*\*|\*\*[ \t]*:).{0,80}|-{3,}|={3,}|\*{3,}|```.*|~~~.*|<[^>]*>|<!--.*|-->)$|[>*_ ]*(?:Note|NB|Important|Hinweis|Nota|注意)\b)/i;

function opensPrompt(text: string): boolean {
  const words = withoutMarks(text);
  return OPENINGS.some((opening) => opening.test(words)) && !ADDRESSES_A_READER.test(words);
}

const withoutMarks = (text: string): string => text.replace(/^(?:[-*+>][ \t]+)+/, '').replace(/\*\*|__|`/g, '');

/** What a guide says to its reader. */
const ADDRESSES_A_READER =
  /^You(?:['’]ll need| can| need| may| might| want| could| do(?:n['’]t| not)| should(?: be| have| see)| (?:do )?not| probably)\b/i;

/** The second person and its verbs, at the beginning of a text; by language. */
const OPENINGS: readonly RegExp[] = [
  /^(?:You(?:['’]re)?|Act(?:ing)? as|Assume the role|Take on the role|Behave as|I am|I['’]m|Welcome, you)\b/i,
  /^Your (?:role|task|job|goal|mission|purpose|name|expertise|primary|main|core)\b/i,
  /^As an? [^.!?]{1,120}, (?:you|your|I)\b/i,
  // German, French, Spanish, Portuguese, Italian.
  /^(?:Du bist|Sie sind|Deine (?:Rolle|Aufgabe)|Ihre (?:Rolle|Aufgabe)|Handle als|Agiere als)(?![\p{L}\p{N}])/iu,
  /^(?:Tu es|Vous êtes|Agis|Agissez|Ton rôle|Votre rôle)(?![\p{L}\p{N}])/iu,
  /^(?:Eres|Usted es|Tú eres|Actúa como|Actúe como|Tu (?:rol|tarea|misión))(?![\p{L}\p{N}])/iu,
  /^(?:Você é|Tu és|Atue como|Aja como|Seu papel|Sua (?:função|tarefa|missão))(?![\p{L}\p{N}])/iu,
  /^(?:Tu sei|Sei un|Lei è|Agisci come|Il tuo ruolo)(?![\p{L}\p{N}])/iu,
  // Dutch, the Scandinavian languages, Polish, Czech, Turkish, Indonesian, Vietnamese.
  /^(?:Je bent|Jij bent|U bent|Du är|Du er|Jesteś|Jsi|Jste|Sen bir|Anda adalah|Kamu adalah|Bạn là)(?![\p{L}\p{N}])/iu,
  /^(?:Ты|Вы|Твоя|Ваша|Твой|Ваш|Действуй|Действуйте|Ти|Ви)(?![\p{L}\p{N}])/iu,
  /^(?:你|您|请你|作为|扮演|あなた|貴方|당신은|너는|귀하는|أنت|आप|तुम)/u,
];

/** Who is described in the third person. A page about an agent begins so as well as the agent does. */
function describes(text: string, isAmongAgents: boolean): boolean {
  return ROLE.test(withoutMarks(text)) || (isAmongAgents && THIS_AGENT.test(text));
}

const ROLE =
  /^(?:Role|Persona|Identity|System prompt|Mission|Rol|Rolle|Rôle|Papel|Ruolo|Роль|角色|役割|역할)[ \t]*[:：]/iu;
const THIS_AGENT = /^This (?:sub-?)?agent\b/i;

/** The first heading of those who are described in the third person: `Role`, `1. Identity & Purpose`. */
const HEADS_A_ROLE =
  /^[^\p{L}]*(?:(?:Your|Core|Agent|Primary) )?(?:Role|Identity|Persona|Responsibilities|Rol|Rolle|Rôle|Papel|Ruolo|Identidad|Identidade|Identité|Identität|Роль|角色|役割|역할)[ \t]*(?:$|[&:：(（]|(?:and|und|et|y|e|[-–—])[ \t])/iu;

/** `Backend Agent`, `Agent: Backend`, and the same in other languages. What is multi-agent is a system of them. */
const NAMES_AN_AGENT =
  /(?<![\p{L}\p{N}]|multi[- ])(?:sub-?)?agent(?:[ \t]+(?:prompt|definition|instructions|profile|persona))?$|^(?:sub-?)?agent(?:[ \t]*[:：–—]|[ \t]+-[ \t])|(?<!多|マルチ|멀티 ?)(?:智能体|代理|エージェント|에이전트)$|^[^\p{L}]*(?:(?:sub-?)?agente|агент)(?!\p{L})|(?<!\p{L}|multi-|мульти-)(?:(?:sub-?)?agente|агент)$/iu;
