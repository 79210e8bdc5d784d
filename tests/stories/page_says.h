#pragma once

#include <set>
#include <string>

#include "stories/form_on_page.h"

/// What a page says to the one who sent something, as the API would say it.
namespace lots::test {

/// The requirements that the page's first box says are missing and must be there. The box of a refusal stands above that of
/// the step.
std::set<std::string> missing_in(const std::string& body);
/// The fields that the error summary points at.
std::set<std::string> faults_in(const std::string& body, const FormOnPage& form);
/// What a program is told of the end of a case with a requirement, people are told with the fields of the rows that are left: the
/// requirements behind these faults, when all are of such rows.
std::set<std::string> requirements_of_rows(const std::set<std::string>& faults);
/// The number of a case ("SIG-2026-014") in an address; empty when there is none.
std::string case_in(const std::string& path);
/// The newest proposal that a text names ("F-31"); empty when it names none.
std::string nomination_in(const std::string& text);

}  // namespace lots::test
