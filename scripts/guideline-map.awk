# The work of scripts/guideline-map: reads, in this order, the requirements, the notes, the rulings, requirements.h, the rules and the tests.

function wrong(what) { print "guideline-map: " what > "/dev/stderr"; failed = 1 }

# The cells of a CSV line, quotes taken off.
function cells_of(line, cells,    n, cell, quoted, i, c)
{
    n = 0; cell = ""; quoted = 0
    for (i = 1; i <= length(line); ++i) {
        c = substr(line, i, 1)
        if (c == "\"") {
            if (quoted && substr(line, i + 1, 1) == "\"") { cell = cell c; ++i }
            else quoted = !quoted
        }
        else if (c == "," && !quoted) { cells[++n] = cell; cell = "" }
        else cell = cell c
    }
    cells[++n] = cell
    return n
}

# Enough of the sentence to know it by.
function short(sentence,    words, n, i, out)
{
    sub(/[:;(].*/, "", sentence)
    sub(/ +$/, "", sentence)
    if (length(sentence) <= 90) return sentence
    n = split(sentence, words, " ")
    for (i = 1; i <= n && length(out words[i]) < 86; ++i) out = out (i > 1 ? " " : "") words[i]
    return out " …"
}

# Adds to a list in the order of coming, once.
function put(list, id, what)
{
    if (index("\n" list[id] "\n", "\n" what "\n") == 0) list[id] = list[id] (list[id] == "" ? "" : "\n") what
}

function shown(list, id,    text)
{
    text = list[id]
    gsub(/\n/, "<br>", text)
    return text
}

FNR == 1 { in_name = 0 }

FILENAME == "docs/requirements.csv" {
    if (FNR == 1) next
    cells_of($0, cell)
    order[++ids] = cell[1]
    sentence[cell[1]] = short(cell[3])
    governance[cell[1]] = cell[6] == "governance"
    next
}

FILENAME == "docs/guideline_notes.csv" {
    if (FNR == 1) next
    n = cells_of($0, cell)
    if (n != 3) wrong("a note has an id, a kind and a note; commas in it need quotes: " $0)
    if (!(cell[1] in sentence)) wrong("a note about an unknown requirement: " cell[1])
    if (cell[1] in note_kind) wrong("two notes about " cell[1])
    if (cell[2] !~ /^(structure|same as|field|duty|setting|text|later)$/) wrong(cell[1] ": unknown kind " cell[2])
    if (cell[2] == "same as" && !(cell[3] in sentence)) wrong(cell[1] ": same as an unknown requirement, " cell[3])
    note_kind[cell[1]] = cell[2]
    note[cell[1]] = cell[3]
    next
}

FILENAME == "docs/method/settled.md" {
    if (!match($0, /^[0-9]+\. /)) next
    id = "settled-" (substr($0, 1, RLENGTH) + 0)
    settled[++settled_count] = id
    ruled = substr($0, RLENGTH + 1)
    gsub(/\*\*/, "", ruled)
    settled_words[id] = short(ruled)
    next
}

FILENAME == "src/guideline/requirements.h" {
    if (match($0, /constexpr Requirement [a-z0-9_]+\{"[^"]+"/)) {
        split(substr($0, RSTART, RLENGTH), part, /[ {"]+/)
        constant_id[part[3]] = part[4]
        if (!(part[4] in sentence)) ruling[++rulings] = part[4]
        split($0, part, "\"")
        section[part[2]] = part[4]
    }
    next
}

# A rule: the function it stands in is the last line that began at the margin with a name and a bracket.
FILENAME !~ /_test\.cpp$/ {
    if ($0 ~ /^[A-Za-z].*\(/ && $0 !~ /^(namespace|using|if|return|constexpr|const|static_assert)/) {
        name = $0
        sub(/\(.*/, "", name)
        sub(/^.*[ :&*]/, "", name)
        function_name = name
    }
    rest = $0
    sub(/\/\/.*/, "", rest)
    while (match(rest, /guideline::[a-z0-9_]+/)) {
        constant = substr(rest, RSTART + 11, RLENGTH - 11)
        duty = RSTART > 1 && substr(rest, RSTART - 1, 1) == "&"
        rest = substr(rest, RSTART + RLENGTH)
        if (!(constant in constant_id)) continue
        id = constant_id[constant]
        put(where, id, FILENAME " " function_name)
        if (duty) has_duty[id] = 1
        else has_rule[id] = 1
    }
    next
}

# The name of a test, which may go on over some lines.
/^TEST_CASE\(/ { in_name = 1 }
in_name {
    rest = $0
    if (rest ~ /"\)/ || rest ~ /\)$/) in_name = 0
    while (match(rest, /(S[0-4]-[0-9][0-9][a-e]?|settled-[0-9]+|edge-4\.[0-9]+|law-[A-Za-z]+-[0-9]+-[0-9]+)/)) {
        id = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        put(test_files, id, FILENAME)
        ++test_count[id, FILENAME]
        has_test[id] = 1
    }
}

function kind_of(id)
{
    if (has_rule[id]) return has_duty[id] ? "rule, duty" : "rule"
    if (has_duty[id]) return "duty"
    if (id in note_kind) return note_kind[id]
    return governance[id] ? "later: governance" : "later"
}

function tests_of(id,    files, n, i, out)
{
    n = split(test_files[id], files, "\n")
    for (i = 1; i <= n; ++i)
        out = out (i > 1 ? "<br>" : "") files[i] (test_count[id, files[i]] > 1 ? " (" test_count[id, files[i]] ")" : "")
    return out
}

function row(id, what,    kind, place)
{
    kind = kind_of(id)
    if (kind == "same as") { kind = "same as " note[id]; place = "" }
    else if (where[id] != "") place = shown(where, id)
    else if (id in note) place = note[id]
    else place = governance[id] ? "" : "method whole"
    printf "| %s | %s | %s | %s | %s |\n", id, what, kind, place, tests_of(id)
}

END {
    for (i = 1; i <= ids; ++i) {
        id = order[i]
        if ((id in note_kind) && where[id] != "") wrong(id " has a rule now; its note goes")
        kind = kind_of(id)
        if (kind == "same as" && kind_of(note[id]) ~ /^later/) wrong(id " is the same as " note[id] ", which nothing carries")
        if (kind == "same as" && kind_of(note[id]) == "same as") wrong(id " leads to " note[id] ", which leads further")
        ++count[kind]
    }
    if (failed) exit 2

    print "# Where each requirement lives"
    print ""
    print "Made by `scripts/guideline-map`; do not edit. Every id of `requirements.csv`, and what carries it: a *rule* or a *duty* of that file and"
    print "function, the *structure* of the program, a *field* that is kept, a *setting*, a *text* on a page, the *same as* another, or *later*:"
    print "known and not built yet (of the main job, or of *governance*, which comes after it). The number after a test file is how many of its tests name the id."
    print ""
    print "| Carried by | Requirements |"
    print "|---|---|"
    split("rule;rule, duty;duty;structure;field;setting;text;same as;later;later: governance", kinds, ";")
    for (i = 1; i <= 10; ++i) printf "| %s | %d |\n", kinds[i], count[kinds[i]]
    printf "| all | %d |\n\n", ids
    print "| Id | What | Kind | Where | Shown by |"
    print "|---|---|---|---|---|"
    for (i = 1; i <= ids; ++i) row(order[i], sentence[order[i]])
    print ""
    print "## Rulings, edge cases and paragraphs that rules look at"
    print ""
    print "| Id | Source | Kind | Where | Shown by |"
    print "|---|---|---|---|---|"
    for (i = 1; i <= rulings; ++i) row(ruling[i], section[ruling[i]])
    print ""
    print "## What is settled, and the tests that show it"
    print ""
    print "Every number of `method/settled.md`. Where a rule looks at it, it stands above too."
    print ""
    print "| Id | What | Shown by |"
    print "|---|---|---|"
    for (i = 1; i <= settled_count; ++i) printf "| %s | %s | %s |\n", settled[i], settled_words[settled[i]], tests_of(settled[i])
}
