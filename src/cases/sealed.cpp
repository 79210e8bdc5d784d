#include "cases/sealed.h"

namespace lots::cases {

namespace {

RetentionUnitId unit_of(const access::CasePermit& permit, Drawer drawer)
{
    return drawer == Drawer::social_services ? permit.facts().social_unit : permit.facts().room_unit;
}

access::Compartment compartment_of(Drawer drawer)
{
    switch (drawer) {
    case Drawer::room: return access::Compartment::room;
    case Drawer::youth_words: return access::Compartment::youth_words;
    case Drawer::social_services: break;
    }
    return access::Compartment::social_services;
}

vault::Place place(const access::CasePermit& permit, vault::Field field, const RowOf& row)
{
    return {field, permit.work().municipality, permit.facts().id.bytes(), row.id, static_cast<std::uint32_t>(row.seq)};
}

}  // namespace

Bytes seal(const access::CasePermit& permit, Drawer drawer, vault::Field field, RowOf row, std::string_view text)
{
    return permit.work().vault.seal(unit_of(permit, drawer), place(permit, field, row), text);
}

std::optional<Bytes> seal_if(const access::CasePermit& permit, Drawer drawer, vault::Field field, RowOf row, std::string_view text)
{
    if (text.empty()) return std::nullopt;
    return seal(permit, drawer, field, row, text);
}

std::string open(const access::CasePermit& permit, Drawer drawer, vault::Field field, RowOf row, ByteSpan sealed)
{
    permit.require(compartment_of(drawer));
    return permit.work().vault.open(unit_of(permit, drawer), place(permit, field, row), sealed);
}

std::string open_if(const access::CasePermit& permit, Drawer drawer, vault::Field field, RowOf row, const std::optional<Bytes>& sealed)
{
    return sealed ? open(permit, drawer, field, row, *sealed) : std::string{};
}

}  // namespace lots::cases
