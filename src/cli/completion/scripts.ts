import type { Shell } from './shell-text.ts';

/**
 * What a shell runs to complete the words of the program. What there is to choose from comes from the program, each with a
 * NUL behind it, and the first says whether files are meant too; the shells only insert it, and evaluate nothing.
 *
 * @param names What the program is called by; the first is asked.
 */
export function completionScript(shell: Shell, names: readonly string[]): string {
  const [program = ''] = names;
  const id = `_${program.replace(/\W/g, '_')}_words`;
  switch (shell) {
    case 'bash':
      return `# ${program} completion bash
${id}() {
  local word mode=
  COMPREPLY=()
  while IFS= read -r -d '' word; do
    if [ -z "$mode" ]; then mode=$word; else COMPREPLY+=("$word"); fi
  done < <(${program} complete --shell bash -- "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  if [ "$mode" != files ]; then compopt +o default +o bashdefault 2>/dev/null; fi
  case \${COMPREPLY[0]-} in *[=#]) compopt -o nospace 2>/dev/null ;; esac
}
complete -o bashdefault -o default -F ${id} ${names.join(' ')}
`;
    case 'zsh':
      return `#compdef ${names.join(' ')}
# ${program} completion zsh
${id}() {
  local word mode=
  local -a found open
  while IFS= read -r -d '' word; do
    if [[ -z $mode ]]; then mode=$word
    elif [[ $word == *[=#] ]]; then open+=("$word")
    else found+=("$word"); fi
  done < <(${program} complete --shell zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#found )) && compadd -- "\${found[@]}"
  (( $#open )) && compadd -S '' -- "\${open[@]}"
  [[ $mode == files ]] && _files
  return 0
}
if [[ \${funcstack[1]-} == _${program} ]]; then ${id} "$@"; else compdef ${id} ${names.join(' ')}; fi
`;
    case 'fish':
      return `# ${program} completion fish
function ${id}
  set -l given (commandline -opc)
  set -e given[1]
  set -l word (commandline -ct | string unescape)
  set -l found (${program} complete --shell fish -- $given "$word" 2>/dev/null | string split0)
  set -l mode $found[1]
  set -e found[1]
  for one in $found
    printf '%s\\n' $one
  end
  if test "$mode" = files
    __fish_complete_path "$word"
  end
end
${names.map((name) => `complete -c ${name} -f -a '(${id})'\n`).join('')}`;
  }
}
