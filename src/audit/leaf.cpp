#include "audit/leaf.h"

#include <array>

#include <boost/json.hpp>

#include "base/check.h"

namespace lots::audit {

namespace {

namespace json = boost::json;

constexpr std::array kinds{"read", "command", "sign_in", "sign_out", "system"};
constexpr std::array outcomes{"allowed", "refused", "not_found", "invalid", "conflict", "failed"};

/// Appends JSON with the keys in the order of the calls.
class Writer {
    std::string& out_;
    bool first_ = true;

public:
    explicit Writer(std::string& out) : out_(out) {}
    std::string& out() { return out_; }
    void next()
    {
        if (!first_) out_ += ',';
        first_ = false;
    }
    Writer& key(std::string_view name)
    {
        next();
        string(name);
        out_ += ':';
        return *this;
    }
    void string(std::string_view text)
    {
        static constexpr std::string_view hex = "0123456789abcdef";
        out_ += '"';
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') (out_ += '\\') += c;
            else if (byte < 0x20 || byte == 0x7f) ((out_ += "\\u00") += hex[byte >> 4U]) += hex[byte & 0xfU];
            else out_ += c;
        }
        out_ += '"';
    }
    void maybe(const std::optional<std::string>& text)
    {
        if (text) string(*text);
        else out_ += "null";
    }
};

vault::Place place_of_text(const Leaf& leaf)
{
    return {vault::Field::log_text, leaf.municipality, leaf.month_unit.bytes(), leaf.id.bytes(), 0};
}

std::string short_index(vault::Vault& vault, MunicipalityId municipality, std::string_view purpose, ByteSpan id)
{
    return to_hex(ByteSpan(vault.index(municipality, purpose, to_hex(id))).first(16));
}

std::string text(const json::value& value) { return std::string(std::string_view(value.as_string())); }

std::optional<std::string> maybe_text(const json::value& value)
{
    if (value.is_null()) return std::nullopt;
    return text(value);
}

template <class Id>
Id id_from(const json::value& value)
{
    const auto bytes = from_hex(text(value));
    const auto id = bytes ? Id::from_bytes(*bytes) : std::nullopt;
    if (!id) throw std::invalid_argument("id");
    return *id;
}

Leaf leaf_from(const json::object& object)
{
    Leaf leaf;
    leaf.id = id_from<RecordId>(object.at("id"));
    const auto at = parse_instant(text(object.at("at")));
    if (!at) throw std::invalid_argument("at");
    leaf.at = *at;
    leaf.municipality = id_from<MunicipalityId>(object.at("municipality"));
    leaf.kind = text(object.at("kind"));
    leaf.operation = text(object.at("operation"));
    leaf.outcome = text(object.at("outcome"));
    leaf.actor = maybe_text(object.at("actor"));
    leaf.role = text(object.at("role"));
    leaf.unit = maybe_text(object.at("unit"));
    for (const auto& subject : object.at("subjects").as_array()) {
        Leaf::About about{text(subject.at("case")), {}};
        for (const auto& compartment : subject.at("compartments").as_array()) about.compartments.push_back(text(compartment));
        leaf.subjects.push_back(std::move(about));
    }
    for (const auto& looked : object.at("findings").as_array())
        leaf.findings.push_back({text(looked.at("requirement")), looked.at("met").as_bool()});
    leaf.request_id = text(object.at("request"));
    leaf.month_unit = id_from<RetentionUnitId>(object.at("key"));
    if (const auto sealed = maybe_text(object.at("text"))) {
        leaf.sealed_text = from_base64(*sealed);
        if (!leaf.sealed_text) throw std::invalid_argument("text");
    }
    return leaf;
}

}  // namespace

std::string pseudonym(vault::Vault& vault, MunicipalityId municipality, PersonId person)
{
    return short_index(vault, municipality, "log.person", person.bytes());
}

std::string pseudonym(vault::Vault& vault, MunicipalityId municipality, CaseId case_id)
{
    return short_index(vault, municipality, "log.case", case_id.bytes());
}

std::string pseudonym(vault::Vault& vault, MunicipalityId municipality, UnitId unit)
{
    return short_index(vault, municipality, "log.unit", unit.bytes());
}

Leaf make_leaf(vault::Vault& vault, const Entry& entry, RecordId id, RetentionUnitId month_unit)
{
    Leaf leaf;
    leaf.id = id;
    leaf.at = entry.at;
    leaf.municipality = entry.municipality;
    leaf.kind = kinds.at(static_cast<std::size_t>(entry.kind));
    leaf.operation = entry.operation;
    leaf.outcome = outcomes.at(static_cast<std::size_t>(entry.outcome));
    if (entry.actor) leaf.actor = pseudonym(vault, entry.municipality, *entry.actor);
    leaf.role = entry.role;
    if (entry.unit) leaf.unit = pseudonym(vault, entry.municipality, *entry.unit);
    for (const auto& subject : entry.subjects)
        leaf.subjects.push_back({pseudonym(vault, entry.municipality, subject.case_id), subject.compartments});
    leaf.findings = entry.findings;
    leaf.request_id = entry.request_id;
    leaf.month_unit = month_unit;
    if (!entry.text.empty()) leaf.sealed_text = vault.seal(month_unit, place_of_text(leaf), entry.text);
    return leaf;
}

std::string bytes_of_leaf(const Leaf& leaf)
{
    std::string out;
    out.reserve(512);
    out += '{';
    Writer object(out);
    object.key("v").out() += '1';
    object.key("id").string(leaf.id.hex());
    object.key("at").string(iso(leaf.at));
    object.key("municipality").string(leaf.municipality.hex());
    object.key("kind").string(leaf.kind);
    object.key("operation").string(leaf.operation);
    object.key("outcome").string(leaf.outcome);
    object.key("actor").maybe(leaf.actor);
    object.key("role").string(leaf.role);
    object.key("unit").maybe(leaf.unit);
    object.key("subjects").out() += '[';
    Writer subjects(out);
    for (const auto& subject : leaf.subjects) {
        subjects.next();
        out += '{';
        Writer about(out);
        about.key("case").string(subject.case_pseudonym);
        about.key("compartments").out() += '[';
        Writer compartments(out);
        for (const auto& compartment : subject.compartments) {
            compartments.next();
            compartments.string(compartment);
        }
        out += "]}";
    }
    out += ']';
    object.key("findings").out() += '[';
    Writer findings(out);
    for (const auto& looked : leaf.findings) {
        findings.next();
        out += '{';
        Writer finding(out);
        finding.key("requirement").string(looked.requirement);
        finding.key("met").out() += looked.met ? "true" : "false";
        out += '}';
    }
    out += ']';
    object.key("request").string(leaf.request_id);
    object.key("key").string(leaf.month_unit.hex());
    object.key("text").maybe(leaf.sealed_text ? std::optional(to_base64(*leaf.sealed_text)) : std::nullopt);
    out += '}';
    check(out.size() <= leaf_bytes_max, "a log entry has at most 65535 bytes: split its subjects");
    return out;
}

std::optional<Leaf> read_leaf(ByteSpan bytes)
{
    try {
        const auto written = lots::text_of(bytes);
        const auto leaf = leaf_from(json::parse(written).as_object());
        if (bytes_of_leaf(leaf) != written) return std::nullopt;
        return leaf;
    } catch (const Bug&) {
        throw;
    } catch (const std::exception&) {  // Boost.JSON says "not so" by throwing, of several kinds
        return std::nullopt;
    }
}

std::string text_of_leaf(vault::Vault& vault, const Leaf& leaf)
{
    if (!leaf.sealed_text) return {};
    return vault.open(leaf.month_unit, place_of_text(leaf), *leaf.sealed_text);
}

}  // namespace lots::audit
