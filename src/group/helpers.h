#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "access/permit.h"
#include "cases/rules.h"
#include "group/rules_helpers.h"

namespace lots::group {

inline constexpr std::array<std::string_view, 5> helper_relations{"coach", "relative", "friend", "association", "other"};
inline constexpr std::array<std::string_view, 5> helper_end_reasons{"youth_changed_mind", "task_done", "not_suitable", "own_wish", "other"};
inline constexpr std::array<std::string_view, 4> ways{"meeting", "in_person", "phone", "letter"};
/// Which wording of the reservation (förbehåll) is signed today: the texts group.reservation.1, .2 ….
inline constexpr std::string_view reservation_version = "1";

/// A private person whom the young person wishes to have along, with all that is kept.
struct Helper {
    RecordId id;
    int number = 0;                       // 1, 2 … in the case
    std::string relation;
    std::string name, contact, task, wish;  // contact and wish: empty for readers who do not lead the case
    std::string own_secrecy;              // by what the person is bound without a reservation; as contact
    Date wished_on;
    HelperFacts facts;
};

struct WishHelper {
    std::string case_number, name, relation, contact, task, wish, way;
    std::optional<Date> wished_on;
};

struct AnswerHelper {
    std::string case_number, number, signatory, answer, way;
    std::optional<Date> said_on;
};

struct JudgeHelper {
    std::string case_number, number, suitable, account;
    std::optional<Date> from_day, last_day;
    cases::DecisionNote note;
};

struct SignReservation {
    std::string case_number, number, original_kept_at;
    std::optional<Date> signed_on;        // with a duty of the own: when it was told
    bool signature_seen = false;
    std::string bound_by = {};            // reservation, own_duty, no_duty (what was written was wrong); empty: reservation
    std::string own_secrecy = {};         // by what law
};

struct EndHelper {
    std::string case_number, number, reason, note;
};

// --- the store ----------------------------------------------------------------------------------------------------------

/// All that were wished, by number, also those who were not accepted or have ended. Who does not lead the case is given those who
/// take part today, with name and task.
std::vector<Helper> helpers(const access::CasePermit& permit);
std::optional<Helper> helper_of(const access::CasePermit& permit, int number);
/// Whether this one takes part today.
bool takes_part(const access::CasePermit& permit, const Helper& helper);

/// Keeps the wish, and with it the young person's own yes. Returns the number.
int add_helper(const access::CasePermit& permit, const WishHelper& wish);
void add_helper_answer(const access::CasePermit& permit, const RecordId& helper, const SignatoryId& signatory, const AnswerHelper& answer);
void add_helper_judgement(const access::CasePermit& permit, const RecordId& helper, const JudgeHelper& judgement, std::optional<PersonId> account,
                          const RecordId& decision_note);
void add_reservation(const access::CasePermit& permit, const RecordId& helper, const SignReservation& reservation);
/// Written anew it takes the place of what stood before; with no words there is none.
void add_own_secrecy(const access::CasePermit& permit, const RecordId& helper, const SignReservation& told);
void end_helper(const access::CasePermit& permit, const RecordId& helper, const EndHelper& end);

}  // namespace lots::group
