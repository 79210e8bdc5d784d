#pragma once

#include <string_view>
#include <vector>

#include "access/case_facts.h"
#include "access/work.h"
#include "base/result.h"
#include "guideline/error.h"

namespace lots::access {

/// Proof that the rules let this reader do this with this case, now. Move-only, bound to one unit of work: it cannot be kept, copied
/// or forged, and making it puts the case into the log entry. Stores ask for one before they give anything out.
class CasePermit {
public:
    CasePermit(CasePermit&&) noexcept = default;
    CasePermit(const CasePermit&) = delete;
    CasePermit& operator=(const CasePermit&) = delete;
    CasePermit& operator=(CasePermit&&) = delete;
    ~CasePermit() = default;

    Work& work() const { return *work_; }
    const CaseFacts& facts() const { return facts_; }
    CaseId case_id() const { return facts_.id; }
    /// Whether this reader may see that compartment of this case now, at all or in part.
    bool covers(Compartment compartment) const;
    /// The answer for the compartment: `part` means that the store gives out only what is the reader's own.
    Answer answer(Compartment compartment) const;
    Operation operation() const { return operation_; }

    /// Stops the request when the compartment is not covered. Every store calls it first.
    void require(Compartment compartment) const;

protected:
    CasePermit(Work& work, CaseFacts facts, Operation operation, std::vector<std::pair<Compartment, Answer>> answers)
        : work_(&work), facts_(std::move(facts)), operation_(operation), answers_(std::move(answers))
    {
    }
    static Result<CasePermit> ask(Work& work, std::string_view case_number, Operation operation);
    static Result<CasePermit> ask(Work& work, CaseFacts facts, Operation operation);

private:
    template <Operation>
    friend class Permit;
    Work* work_;
    CaseFacts facts_;
    Operation operation_;
    std::vector<std::pair<Compartment, Answer>> answers_;
};

/// The permit for one operation. `permit<Operation::call_meeting>(work, "SIG-2026-014")` is the only way to one.
template <Operation op>
class Permit : public CasePermit {
    explicit Permit(CasePermit&& allowed) : CasePermit(std::move(allowed)) {}

public:
    /// "Does not exist" and "not yours" are the same NotFound; both are in the log.
    static Result<Permit> ask_for(Work& work, std::string_view case_number)
    {
        auto allowed = CasePermit::ask(work, case_number, op);
        if (!allowed) return allowed.error();
        return Permit(std::move(*allowed));
    }
    /// For lists: the facts of many cases were loaded at once (case_facts.h).
    static Result<Permit> ask_for(Work& work, CaseFacts facts)
    {
        auto allowed = CasePermit::ask(work, std::move(facts), op);
        if (!allowed) return allowed.error();
        return Permit(std::move(*allowed));
    }
};

/// `number` is a case number "SIG-2026-014" or a proposal's "F-31".
template <Operation op>
Result<Permit<op>> permit(Work& work, std::string_view number)
{
    return Permit<op>::ask_for(work, number);
}
template <Operation op>
Result<Permit<op>> permit(Work& work, CaseFacts facts)
{
    return Permit<op>::ask_for(work, std::move(facts));
}

/// Another operation on the case that a permit is already held for, in the same unit of work.
template <Operation op>
Result<Permit<op>> permit(const CasePermit& held)
{
    return Permit<op>::ask_for(held.work(), held.facts());
}

/// For operations that touch no case (lists, proposing, Min dag): whether the role may at all. NotFound when not.
Result<Done> allow(Work& work, Operation operation);

/// The words that the explanation page and the navigation need: may the reader do this with the case? Writes no log entry and
/// gives out nothing but yes, part or no; only for a case that a permit is already held for.
Answer would_allow(const CasePermit& held, Operation operation, Compartment compartment);
/// The same for operations that touch no case.
Answer would_allow(const Reader& reader, Operation operation);

}  // namespace lots::access
