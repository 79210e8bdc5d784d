#include "plan/own_items.h"

#include "cases/page.h"
#include "form/json_writer.h"

namespace lots::plan {

using access::Compartment;
using access::Operation;
using html::Html;
using storage::Row;
using vault::Field;

namespace {

struct Sealed {
    CommitmentId id;
    int seq = 0;
    OwnItem item;
    Bytes measure, documented_how;
};

/// They lie under the room's key, but this much of them is the agency's own.
std::string opened(const access::CasePermit& permit, Field field, const CommitmentId& id, int seq, const Bytes& sealed)
{
    auto& work = permit.work();
    return work.vault.open(permit.facts().room_unit,
                           {field, work.municipality, permit.case_id().bytes(), id.bytes(), static_cast<std::uint32_t>(seq)}, sealed);
}

std::string status_words(Language language, const std::string& status)
{
    const auto key = MessageKey::of_name("common.commitment_state." + (status == "cancelled" ? std::string("dropped") : status));
    check(key.has_value(), "a status has no words in the catalogue");
    return say(language, *key);
}

void add_statuses(const access::CasePermit& permit, const CommitmentId& id, OwnItem& item)
{
    struct Found {
        int seq;
        OwnStatus status;
        std::optional<Bytes> note;
    };
    auto& work = permit.work();
    for (auto& one : work.db.all("SELECT seq, status, made_at, note_sealed FROM commitment_status WHERE municipality = $1 AND commitment = $2 "
                                 "ORDER BY seq",
                                 [](const Row& row) {
                                     return Found{row.get<int>(0), {row.get<std::string>(1), {}, row.get<Instant>(2)},
                                                  row.get<std::optional<Bytes>>(3)};
                                 },
                                 work.municipality, id)) {
        if (one.note) one.status.note = opened(permit, Field::status_report, id, one.seq, *one.note);
        item.statuses.push_back(std::move(one.status));
    }
}

}  // namespace

std::vector<OwnItem> own_items(const access::CasePermit& permit)
{
    permit.require(Compartment::agency_own);
    auto& work = permit.work();
    std::vector<OwnItem> items;
    for (auto& one : work.db.all(
             "SELECT c.id, c.number, w.seq, w.last_day, w.dropped, w.measure_sealed, w.documented_how_sealed FROM commitment c "
             "JOIN commitment_wording w ON w.municipality = c.municipality AND w.commitment = c.id "
             "WHERE c.municipality = $1 AND c.case_id = $2 AND w.agency = $3 AND w.seq = (SELECT MAX(n.seq) FROM commitment_wording n "
             "WHERE n.municipality = c.municipality AND n.commitment = c.id) ORDER BY c.number",
             [](const Row& row) {
                 Sealed found;
                 found.id = row.get<CommitmentId>(0);
                 found.item.number = row.get<int>(1);
                 found.seq = row.get<int>(2);
                 found.item.last_day = row.get<Date>(3);
                 found.item.dropped = row.get<bool>(4);
                 found.measure = row.get<Bytes>(5);
                 found.documented_how = row.get<Bytes>(6);
                 return found;
             },
             work.municipality, permit.case_id(), work.reader.agency)) {
        one.item.measure = opened(permit, Field::commitment_measure, one.id, one.seq, one.measure);
        one.item.documented_how = opened(permit, Field::commitment_documented_how, one.id, one.seq, one.documented_how);
        add_statuses(permit, one.id, one.item);
        items.push_back(std::move(one.item));
    }
    return items;
}

Result<web::View> own_items_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_own_items>(work, asked.part("case"));
    if (!permit) return permit.error();
    Html content = html::paragraph(asked.say("plan.own_items.lead", {{"agency", work.reader.agency_name}}));
    const auto items = own_items(*permit);
    if (items.empty()) content << html::paragraph(asked.say("plan.own_items.none"));
    for (const auto& item : items) {
        html::SummaryList list;
        list.rows.push_back({.key = asked.say("plan.own_items.measure"), .value = item.measure});
        list.rows.push_back({.key = asked.say("plan.own_items.documented_how"), .value = item.documented_how});
        list.rows.push_back({.key = asked.say("plan.own_items.last_day"), .value = say_date(asked.language(), item.last_day)});
        for (const auto& one : item.statuses) {
            auto said = status_words(asked.language(), one.status);
            if (!one.note.empty()) said += ": " + one.note;
            list.rows.push_back({.key = say_moment(asked.language(), one.said_at), .value = said});
        }
        const auto number = asked.say("plan.own_items.commitment", {{"number", item.number}});
        content << html::heading(3, item.dropped ? number + " " + asked.say("plan.own_items.dropped") : number) << html::summary_list(list);
    }
    return cases::case_page(*permit, asked, "egna-uppgifter", asked.say("cases.nav.own_items"), std::move(content));
}

Result<std::string> own_items_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_own_items>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("agency", work.reader.agency_code).name("commitments").array();
    for (const auto& item : own_items(*permit)) {
        json.object()
            .pair("number", item.number)
            .pair("measure", item.measure)
            .pair("documented_how", item.documented_how)
            .pair("last_day", item.last_day)
            .pair("dropped", item.dropped)
            .name("statuses")
            .array();
        for (const auto& one : item.statuses)
            json.object().pair("status", one.status).pair("note", one.note).pair("said_at", one.said_at).end_object();
        json.end_array().end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace lots::plan
