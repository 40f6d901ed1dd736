import GitModel

/// The script of reference-transaction. git runs it for every change of any ref, four times for one
/// merge, so it ends by itself, without a process of its own, unless a protected branch moves.
extension HookScript {
  static let protectedStart = "# protects "
  /// The branches of the team's flow.
  public static let defaultProtected = ["main", "develop"]

  /// How many records are read one by one, which needs no process, before `cat` reads the rest.
  private static let recordsReadSlowly = 64

  /// All that most calls come to: sh reads no further.
  static func collecting(_ patterns: [String]) -> String {
    let known = patterns.filter { isBranchPattern($0) }
    let names = known.map { ShellPattern.word("refs/heads/" + $0) }.joined(separator: " | ")
    // A list of nothing is no pattern for sh; this one matches no ref.
    let alternatives = names.isEmpty ? "''" : names
    let inText = known.map {
      #"*" "\#(ShellPattern.word("refs/heads/" + $0))"$newline"*"#
    }.joined(separator: " | ")
    return #"""

      \#(protectedStart)\#(known.joined(separator: " "))
      # Only in this phase can a change still be refused. Phases that later versions of git know more
      # of are none of ours.
      [ "$1" = prepared ] || [ -e "$kept" ] || exit 0
      newline='
      '
      moves=

      # Keeps what moves a branch that may be protected; git tells much else that nobody asks about.
      collect() {
        count=0
        while [ "$count" -lt \#(recordsReadSlowly) ] && read -r old new ref; do
          count=$((count + 1))
          case $ref in
            \#(alternatives))
              # Zeros twice are a deletion; any other value twice moves nothing.
              if [ "$old" != "$new" ] || [ -n "${new##*[!0]*}" ]; then
                moves=$moves$old\ $new\ $ref$newline
              fi
              ;;
          esac
        done
        [ "$count" -lt \#(recordsReadSlowly) ] || collect_rest
      }

      collect_rest() {
        rest=$(cat)
        case $rest$newline in
          \#(inText.isEmpty ? "''" : inText)) moves=$moves$rest$newline ;;
        esac
      }

      if [ ! -e "$kept" ]; then
        collect
        [ -n "$moves" ] || exit 0
      fi

      """#
  }

  static var judgingCollected: String {
    #"""
    judge() {
      [ -n "$moves" ] || return 0
      find_engine
      [ -n "$engine" ] || return 0
      "$engine" hook reference-transaction "$@" <<END || exit
    ${moves%"$newline"}
    END
    }

    if is_program "$kept"; then
      # Both get the same input; the x keeps its last newline. The earlier hook is told of every phase.
      input=$(cat && printf x) || exit 3
      if [ "$1" = prepared ]; then
        collect <<END
    ${input%x}
    END
        judge "$@"
      fi
      printf '%s' "${input%x}" 2>/dev/null | "$kept" "$@"
      exit
    fi
    [ "$1" = prepared ] || exit 0
    [ ! -e "$kept" ] || collect
    judge "$@"

    """#
  }

  /// Whether a pattern can stand in the script: no branch's name holds a space or a control
  /// character, so one that does matches nothing.
  private static func isBranchPattern(_ pattern: String) -> Bool {
    pattern.isEmpty == false && pattern.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
  }
}

/// Lane patterns as patterns of a shell's `case`.
enum ShellPattern {
  /// One that matches at least what the lane's pattern does. The engine looks again.
  static func word(_ pattern: String) -> String {
    var result = ""
    var literal = ""
    var rest = Substring(pattern)
    func quoted() -> String { literal.isEmpty ? "" : ShellQuoting.quote(literal) }
    while let character = rest.first {
      let wild = ["**/", "**", "*", "{owner}"].first { rest.hasPrefix($0) }
      guard let wild else {
        literal.append(character)
        rest = rest.dropFirst()
        continue
      }
      result += quoted() + "*"
      literal = ""
      rest = rest.dropFirst(wild.count)
    }
    return result + quoted()
  }
}
