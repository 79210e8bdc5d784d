#include "audit/subjects.h"

#include <algorithm>

namespace lots::audit {

void merge_subjects(Entry& entry)
{
    std::vector<Subject> merged;
    for (auto& subject : entry.subjects) {
        const auto same = std::ranges::find(merged, subject.case_id, &Subject::case_id);
        if (same == merged.end()) {
            merged.push_back(std::move(subject));
            continue;
        }
        for (auto& compartment : subject.compartments)
            if (std::ranges::find(same->compartments, compartment) == same->compartments.end())
                same->compartments.push_back(std::move(compartment));
        std::ranges::sort(same->compartments);
    }
    entry.subjects = std::move(merged);
}

std::vector<CaseId> cases_of(const Entry& entry)
{
    std::vector<CaseId> cases;
    for (const auto& subject : entry.subjects)
        if (std::ranges::find(cases, subject.case_id) == cases.end()) cases.push_back(subject.case_id);
    return cases;
}

}  // namespace lots::audit
