#include <algorithm>

#include "consent/rules_steps.h"
#include "form/json_writer.h"
#include "guideline/requirements.h"
#include "imports/run.h"
#include "organisation/profile.h"

// A running case from paper: proposed, taken up, offered, consented to, its group formed and its plan decided, one command after the other.
namespace lots::imports {

namespace {

using Lines = std::vector<const Line*>;

/// A text as JSON.
std::string json_text(std::string_view text) { return form::JsonWriter().value(text).take(); }

class PaperCase {
    Run& run_;
    const Steps& steps_ = steps();
    const std::string& reference_;
    Lines heads_, sources_, signatories_, coordinators_, members_, goals_, commitments_;
    const Line* head_ = nullptr;
    cases::BroughtIn from_;
    std::string nomination_, number_, state_;

    web::PathParts path() const { return {{"case", number_.empty() ? nomination_ : number_}}; }
    web::PathParts path(const char* part, int number) const
    {
        auto parts = path();
        parts[part] = std::to_string(number);
        return parts;
    }

    /// "Beslutet fattades på papper …": goes before what the cell says, so that page, print and API show it with the decision.
    Given decided_on_paper(std::optional<Date> day) const
    {
        Given given;
        if (day) given.before["how"] = say(run_.language(), "imports.decided_on_paper", {{"day", *day}}) + " ";
        return given;
    }

    bool is_whole()
    {
        const auto before = run_.faults();
        const auto one = [&](const Lines& lines, Record record) {
            for (std::size_t i = 1; i < lines.size(); ++i)
                run_.fault(*lines[i], "record", "imports.record_twice", {{"record", std::string(name(record))}});
        };
        one(heads_, Record::case_);
        one(coordinators_, Record::coordinator);
        if (head_ == nullptr) return false;
        if (coordinators_.empty() && !(members_.empty() && goals_.empty()))
            run_.fault(*head_, {}, "imports.no_coordinator");
        if (goals_.empty() && !commitments_.empty()) run_.fault(*commitments_.front(), {}, "imports.no_goal");
        from_ = {run_.work().now, reference_, run_.day(*head_, "offer_decided_on"), {}, run_.day(*head_, "plan_worded_on"),
                 run_.day(*head_, "plan_decided_on")};
        // A day that is none is said by the form itself, and one to come stands as it is.
        if (const auto from = parse_date(run_.cell(*head_, steps_.form.column("valid_from"))); from && *from < run_.work().today)
            from_.consent_from = from;
        return run_.faults() == before;
    }

    /// T1, T2, T5: from the proposal to the offer, and where it came from.
    bool open(const std::string& content)
    {
        const auto proposed = run_.act(steps_.propose, *head_, {});
        if (!proposed) return false;
        nomination_ = text_in(*proposed, "nomination");
        run_.keep_source(nomination_, from_, content);
        const auto taken = run_.act(steps_.take_up, *head_, path());
        if (!taken) return false;
        if (taken->find("\"conflict\":true") != std::string::npos) {
            run_.fault(*head_, steps_.take_up.column("conflict"), "imports.conflict");
            return false;
        }
        const auto before = run_.faults();
        for (const auto* line : sources_) run_.act(steps_.source, *line, path());
        if (run_.faults() > before) return false;
        auto given = decided_on_paper(from_.offer_decided_on);
        given.values["outcome"] = json_text("offer");
        const auto offered = run_.act(steps_.offer, *head_, path(), given);
        if (!offered) return false;
        number_ = text_in(*offered, "case");
        state_ = text_in(*offered, "state");
        return true;
    }

    /// The form as it was signed. Nothing is shared here before the day it comes in, so here it begins then (S4-15); how long it may hold
    /// is counted from its own first day all the same.
    bool open_form()
    {
        if (!from_.consent_from) return run_.act(steps_.form, *head_, path()).has_value();
        const auto last = parse_date(run_.cell(*head_, steps_.form.column("last_day")));
        const int longest = organisation::profile_of(run_.work()).consent_months_longest;
        const auto& too_long = guideline::term_not_too_long;
        if (last && *last >= add_months(*from_.consent_from, longest)) {
            run_.report().faults.push_back({head_->number, steps_.form.column("last_day"), too_long.text, {}, std::string(too_long.id)});
            return false;
        }
        if (!run_.act(steps_.form, *head_, path(), Given{.values = {{"valid_from", json_text(iso(run_.work().today))}}})) return false;
        run_.report().notes.push_back({head_->number, steps_.form.column("valid_from"), "imports.consent_from_today"});
        return true;
    }

    /// T6, T7: who signs, what each was told, the form and the answers on it. The last yes starts the group.
    bool consent()
    {
        const auto before = run_.faults();
        if (signatories_.empty() && !says_something(steps_.form, run_.table(), *head_)) return true;
        if (!run_.act(steps_.ask, *head_, path(), Given{.values = {{"collector", json_text(run_.user())}}})) return false;
        state_ = "consent_pending";
        run_.act(steps_.judge, *head_, path());
        std::vector<int> numbers;
        for (const auto* line : signatories_) {
            const auto added = run_.act(steps_.signatory, *line, path());
            numbers.push_back(added ? number_in(*added, "number") : 0);
            if (added && says_something(steps_.talk, run_.table(), *line)) run_.act(steps_.talk, *line, path("signatory", numbers.back()));
        }
        if (run_.faults() > before || !says_something(steps_.form, run_.table(), *head_)) return run_.faults() == before;
        if (!open_form()) return false;
        for (std::size_t i = 0; i < signatories_.size(); ++i) {
            if (!says_something(steps_.answer, run_.table(), *signatories_[i])) continue;
            if (const auto answered = run_.act(steps_.answer, *signatories_[i], path("signatory", numbers[i])))
                state_ = text_in(*answered, "state");
        }
        return run_.faults() == before;
    }

    /// A group rests on a consent that holds: what it lacks is said, once for all lines that wait for it.
    bool may_go_on()
    {
        if (state_ == "forming") return true;
        if (coordinators_.empty() && members_.empty() && goals_.empty() && commitments_.empty()) return false;
        const auto facts = access::load_case_facts(run_.work(), number_);
        const auto* consent = facts ? consent::newest(facts->consent) : nullptr;
        if (consent == nullptr) {
            run_.fault(*head_, steps_.form.column("valid_from"), "imports.consent_missing");
            return false;
        }
        const auto decision = consent::may_start(facts->consent, *consent, run_.work().today);
        for (const auto* one : decision.missing())
            run_.report().faults.push_back({head_->number, {}, one->requirement->text, one->args,
                                            std::string(one->requirement->id) + (one->about.empty() ? "" : ": " + one->about)});
        return false;
    }

    /// T9: who takes part, and that planning begins.
    bool group()
    {
        const auto before = run_.faults();
        for (const auto* line : coordinators_) run_.act(steps_.coordinator, *line, path());
        for (const auto* line : members_) run_.act(steps_.member, *line, path());
        if (run_.faults() > before || goals_.empty()) return run_.faults() == before;
        if (!run_.act(steps_.planning, *head_, path())) return false;
        state_ = "planning";
        return true;
    }

    /// T10: the plan as it reads on paper, and the decision when there is one. Then how each commitment goes.
    void plan()
    {
        const auto before = run_.faults();
        for (const auto* line : goals_) run_.act(steps_.goal, *line, path());
        std::vector<int> numbers;
        for (const auto* line : commitments_) {
            const auto added = run_.act(steps_.commitment, *line, path());
            numbers.push_back(added ? number_in(*added, "commitment") : 0);
            if (added && says_something(steps_.acceptance, run_.table(), *line))
                run_.act(steps_.acceptance, *line, path("number", numbers.back()));
        }
        for (const auto* step : {&steps_.words, &steps_.areas})
            if (says_something(*step, run_.table(), *head_)) run_.act(*step, *head_, path(), {{{"seq_seen", "0"}}, {}});
        if (run_.faults() > before) return;
        if (says_something(steps_.decision, run_.table(), *head_)) {
            if (!run_.act(steps_.decision, *head_, path(), decided_on_paper(from_.plan_decided_on))) return;
            state_ = "active";
        }
        for (std::size_t i = 0; i < commitments_.size(); ++i)
            if (says_something(steps_.status, run_.table(), *commitments_[i]))
                run_.act(steps_.status, *commitments_[i], path("number", numbers[i]));
    }

public:
    PaperCase(Run& run, const std::string& reference, const Lines& lines) : run_(run), reference_(reference)
    {
        const std::map<std::string_view, Lines*> kinds{
            {name(Record::case_), &heads_},         {name(Record::source), &sources_},
            {name(Record::signatory), &signatories_}, {name(Record::coordinator), &coordinators_},
            {name(Record::member), &members_},      {name(Record::goal), &goals_},
            {name(Record::commitment), &commitments_}};
        for (const auto* line : lines)
            if (const auto kind = kinds.find(run.cell(*line, "record")); kind != kinds.end()) kind->second->push_back(line);
        if (!heads_.empty()) head_ = heads_.front();
        else run.fault(*lines.front(), "record", "imports.no_case_line");
    }

    void bring_in(const std::string& content)
    {
        const auto before = run_.faults();
        if (!is_whole() || run_.came_before(*head_, reference_, content) || !open(content)) return;
        if (consent() && may_go_on() && group() && !goals_.empty()) plan();
        if (run_.faults() == before) run_.finish(*head_, number_, state_);
    }
};

}  // namespace

void bring_in_case(Run& run, const std::string& reference, const Lines& lines)
{
    PaperCase(run, reference, lines).bring_in(content_of(run.table(), lines));
}

}  // namespace lots::imports
