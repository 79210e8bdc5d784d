# Gives every finding of a rule file a number: `decision.look(` becomes `decision.look(mutation::At{7}, `, and `.add(` the same.
# Nothing moves to another line. To `list` goes a line for each: number, kind, file:line, the requirement's constant, and how many
# findings of that requirement came before it in the file.
#   awk -v file=src/consent/rules.cpp -v first=1 -v list=FILE -f mark.awk src/consent/rules.cpp
BEGIN { number = first }

{
    code[NR] = $0
    bare = $0
    sub(/\/\/.*/, "", bare)
    text[NR] = bare
}

function requirement_at(row, rest,    i, words)
{
    # The first argument may stand on the next line.
    for (i = 1; i <= 3 && rest !~ /[a-z]/; ++i) rest = rest text[row + i]
    if (match(rest, /[A-Za-z_:]+/) == 0) return "?"
    words = substr(rest, RSTART, RLENGTH)
    sub(/^(lots::)?guideline::/, "", words)
    return words
}

END {
    for (row = 1; row <= NR; ++row) {
        out = ""
        left = code[row]
        while (match(left, /(\.|->)(look|add)\(/)) {
            before = substr(left, 1, RSTART - 1)
            call = substr(left, RSTART, RLENGTH)
            left = substr(left, RSTART + RLENGTH)
            # In a comment it is no finding.
            if ((out before) ~ /\/\//) { out = out before call; continue }
            # What is said to be met anyway cannot be called met once more.
            kind = call ~ /add/ ? "add" : left ~ /^[^,]*, *true *,/ ? "met" : "look"
            name = requirement_at(row, left)
            out = out before call "lots::guideline::mutation::At{" number "}, "
            printf "%d\t%s\t%s:%d\t%s\t%d\n", number, kind, file, row, name, ++seen[name] > list
            ++number
        }
        print out left
    }
}
