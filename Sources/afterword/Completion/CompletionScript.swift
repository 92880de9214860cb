/// The scripts that make the shells ask the program what may come next.
enum CompletionScript {
  static let shells = ["bash", "zsh", "fish"]

  static func text(_ shell: String) -> String? {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    case "fish": fish
    default: nil
    }
  }

  private static let bash = #"""
    # bash completion for afterword
    _afterword() {
      local program=$1 current=${COMP_WORDS[COMP_CWORD]} reply extra line
      [[ $program == "~/"* ]] && program=$HOME/${program:2}
      COMPREPLY=()
      reply=$("$program" complete bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return
      {
        read -r extra
        while IFS=$'\t' read -r line _; do
          [[ $line == *=  ]] && compopt -o nospace
          [[ $line == *[!A-Za-z0-9_.,:=@%/+-]* && $line != *[![:ascii:]]* ]] && printf -v line %q "$line"
          [[ -n $line ]] && COMPREPLY+=("$line")
        done
      } <<<"$reply"
      case $extra in
        files) if ((${#COMPREPLY[@]})); then COMPREPLY+=($(compgen -f -- "$current")); else compopt -o default; fi ;;
        folders) compopt -o dirnames ;;
      esac
    }
    complete -F _afterword afterword

    """#

  private static let zsh = #"""
    #compdef afterword
    _afterword() {
      local reply line word meaning
      local -a lines open whole
      reply=$("${(Q)words[1]/#\~\//$HOME/}" complete zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null) || return 1
      lines=("${(@f)reply}")
      for line in "${(@)lines[2,-1]}"; do
        word=${${line%%$'\t'*}//:/\\:}
        meaning=
        [[ $line == *$'\t'* ]] && meaning=":${line#*$'\t'}"
        [[ $word == *= ]] && open+=("$word$meaning") || whole+=("$word$meaning")
      done
      (( $#whole )) && _describe -t words afterword whole
      (( $#open )) && _describe -t fields field open -S ''
      case $lines[1] in
        files) _files ;;
        folders) _files -/ ;;
      esac
    }
    if [[ $funcstack[1] == _afterword ]]; then _afterword "$@"; else compdef _afterword afterword; fi

    """#

  private static let fish = #"""
    # fish completion for afterword
    function __afterword_complete
        set -l words (commandline -opc)
        set -l current (commandline -ct)
        set -l lines (command $words[1] complete fish $words[2..-1] "$current" 2>/dev/null)
        printf '%s\n' $lines[2..-1]
        switch "$lines[1]"
            case files
                __fish_complete_path $current
            case folders
                __fish_complete_directories $current
        end
    end
    complete -c afterword -f -a '(__afterword_complete)'

    """#
}
