#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "form/fields.h"
#include "organisation/organisation.h"

namespace lots::organisation {

// Who there is in the reader's municipality. This holds no case: whom a page may show, the page's own permit decides. Lists are in
// Swedish order of the name.

std::vector<Agency> agencies(access::Work& work);
std::optional<Agency> agency_of_code(access::Work& work, std::string_view code);
/// An id that is not there is a bug.
std::string agency_name(access::Work& work, const AgencyId& agency);

std::vector<Unit> units(access::Work& work);
std::optional<Unit> unit_of_code(access::Work& work, std::string_view code);
std::string unit_name(access::Work& work, const UnitId& unit);

/// Which people a page needs: every line of it narrows.
struct Wanted {
    std::vector<access::Role> roles = {};       // empty: all that staff can have (not youth, guardian, helper)
    std::optional<AgencyId> agency = {};
    std::optional<UnitId> unit = {};
    std::string handle = {};
};
/// Everybody who may act today, once for each assignment. At most 2,000 lines: a page of choices is not a register.
std::vector<Acting> people_who_act(access::Work& work, const Wanted& wanted = {});
/// The person's assignment of today in one of those roles (any when empty), in that agency if one is named; the first by role
/// when there are several.
std::optional<Acting> acting_of_handle(access::Work& work, std::string_view handle,
                                       const std::vector<access::Role>& roles = {},
                                       const std::optional<AgencyId>& agency = {});

/// The name of a person, opened. An id that is not there is a bug.
std::string person_name(access::Work& work, const PersonId& person);
/// Those that are there.
std::map<PersonId, std::string> person_names(access::Work& work, std::span<const PersonId> people);
/// Telephone, or none.
std::optional<std::string> person_phone(access::Work& work, const PersonId& person);

/// For forms: values are codes and sign-in names. A person's label is "Sara Lind, Socialtjänsten, mottagningen".
/// The agencies that do something: the one where the family's own accounts lie is left out.
form::Options agency_options(access::Work& work);
form::Options unit_options(access::Work& work);
form::Options people_options(const std::vector<Acting>& people);

}  // namespace lots::organisation
