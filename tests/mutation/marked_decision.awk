# Writes guideline/decision.h anew with findings that can be numbered: the environment says which one is left out or always met.
/^#pragma once/ { print; print ""; print "#include <cstdlib>"; next }
/^namespace lots::guideline \{/ {
    print
    print "namespace mutation {"
    print "struct At { int number; };"
    print "inline bool chosen(const char* what, At at) { const char* is = std::getenv(what); return is != nullptr && std::atoi(is) == at.number; }"
    print "inline bool left_out(At at) { return chosen(\"LOTS_LEAVE_OUT\", at); }"
    print "inline bool always_met(At at) { return chosen(\"LOTS_ALWAYS_MET\", at); }"
    print "}  // namespace mutation"
    next
}
/^    bool allowed\(\) const;/ {
    print "    Decision& look(mutation::At at, const Requirement& requirement, bool met, Actor who_can, std::vector<Arg> args = {},"
    print "                   std::string about = {})"
    print "    {"
    print "        if (mutation::left_out(at)) return *this;"
    print "        return look(requirement, met || mutation::always_met(at), who_can, std::move(args), std::move(about));"
    print "    }"
    print "    Decision& add(mutation::At at, Decision other)"
    print "    {"
    print "        if (mutation::left_out(at)) return *this;"
    print "        return add(std::move(other));"
    print "    }"
    marked = 1
}
{ print }
END { if (!marked) { print "decision.h has another shape now: repair tests/mutation/marked_decision.awk" > "/dev/stderr"; exit 1 } }
