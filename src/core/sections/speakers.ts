/** Who speaks first in the dialogues of prompts, in the languages these are written in. */
const ASKING = new Set(
  (
    'user|human|you|me|customer|q|用户|用戶|使用者|你|您|我|客户|问|ユーザー|ユーザ|あなた|사용자|고객|질문|nutzer|benutzer|anwender|kunde|' +
    'utilisateur|utilisatrice|vous|usuario|usuário|você|utente|пользователь|користувач|вы|użytkownik|kullanıcı|gebruiker|người dùng'
  ).split('|'),
);

/** Who answers there; in other lists such a word can name a field. */
const ANSWERING = new Set(
  (
    'assistant|agent|ai|bot|a|助手|助理|代理|智能体|答|アシスタント|エージェント|어시스턴트|에이전트|답변|assistent|agente|asistente|assistente|' +
    'ассистент|агент|асистент|asystent|asistan|trợ lý'
  ).split('|'),
);

const NAME = /^[^\d(（]*/;

/**
 * Whether labels are those of a dialogue, `User:` and `Assistant:`: at least half of them name somebody who speaks, one of
 * them somebody who asks.
 *
 * @param labels Plain words, without a colon; a number or a bracket behind them does not matter.
 */
export function isDialogue(labels: readonly string[]): boolean {
  const names = labels.map((label) => (NAME.exec(label)?.[0] ?? '').trim().toLowerCase());
  const speaking = names.filter((name) => ASKING.has(name) || ANSWERING.has(name));
  return 2 * speaking.length >= names.length && speaking.some((name) => ASKING.has(name));
}
