#include "cases/attachment.h"

#include "vault/files.h"

namespace lots::cases {

using access::Compartment;
using storage::Row;
using vault::Field;

namespace {

struct Stored {
    Attachment file;
    Compartment compartment;
    RetentionUnitId unit;
    Bytes name_sealed;
};

constexpr Compartment compartment_of(std::string_view text) { return text == "room" ? Compartment::room : Compartment::social_services; }

Stored read(const Row& row)
{
    Stored stored;
    stored.file.id = row.get<FileId>(0);
    stored.file.number = row.get<int>(1);
    stored.compartment = compartment_of(row.text(2));
    stored.unit = row.get<RetentionUnitId>(3);
    stored.file.media_type = row.get<std::string>(4);
    stored.file.size = row.get<std::int64_t>(5);
    stored.name_sealed = row.get<Bytes>(6);
    return stored;
}

vault::Place place(const access::CasePermit& permit, Field field, const FileId& id)
{
    return {field, permit.work().municipality, permit.facts().id.bytes(), id.bytes()};
}

void open_name(const access::CasePermit& permit, Stored& stored)
{
    stored.file.name = permit.work().vault.open(stored.unit, place(permit, Field::file_name, stored.file.id), stored.name_sealed);
}

}  // namespace

Attachment attach(const access::CasePermit& permit, Drawer drawer, const form::Upload& upload)
{
    auto& work = permit.work();
    permit.require(drawer == Drawer::room ? Compartment::room : Compartment::social_services);
    Attachment file{work.new_id<FileId>(), 0, upload.name, upload.media_type, static_cast<std::int64_t>(upload.content.size())};
    file.number = work.db
                      .one("SELECT COALESCE(MAX(number), 0) + 1 FROM attachment WHERE municipality = $1 AND case_id = $2",
                           [](const Row& row) { return row.get<int>(0); }, work.municipality, permit.case_id())
                      .value_or(1);
    const auto unit = work.vault.make_unit(work.municipality, work.now);
    work.db.run("INSERT INTO attachment (municipality, id, case_id, compartment, number, unit, media_type, size, name_sealed, fingerprint, "
                "added_at, added_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                work.municipality, file.id, permit.case_id(), drawer == Drawer::room ? "room" : "social_services", file.number, unit,
                file.media_type, file.size, work.vault.seal(unit, place(permit, Field::file_name, file.id), file.name),
                work.vault.index(work.municipality, "file", upload.content), work.now, work.reader.person);
    int part = 0;
    for (const auto& chunk : vault::seal_chunks(work.vault, unit, place(permit, Field::file_chunk, file.id), bytes_of(upload.content)))
        work.db.run("INSERT INTO attachment_chunk (municipality, attachment, part, sealed) VALUES ($1, $2, $3, $4)", work.municipality,
                    file.id, part++, chunk);
    return file;
}

std::optional<AttachmentContent> attachment(const access::CasePermit& permit, int number)
{
    auto& work = permit.work();
    auto stored = work.db.one("SELECT id, number, compartment, unit, media_type, size, name_sealed FROM attachment WHERE municipality = $1 "
                              "AND case_id = $2 AND number = $3",
                              read, work.municipality, permit.case_id(), number);
    if (!stored || !permit.covers(stored->compartment)) return std::nullopt;
    open_name(permit, *stored);
    const auto chunks = work.db.all("SELECT sealed FROM attachment_chunk WHERE municipality = $1 AND attachment = $2 ORDER BY part",
                                    [](const Row& row) { return row.get<Bytes>(0); }, work.municipality, stored->file.id);
    return AttachmentContent{stored->file,
                             vault::open_chunks(work.vault, stored->unit, place(permit, Field::file_chunk, stored->file.id), chunks)};
}

std::optional<Attachment> attachment_of(const access::CasePermit& permit, const FileId& id)
{
    auto& work = permit.work();
    auto stored = work.db.one("SELECT id, number, compartment, unit, media_type, size, name_sealed FROM attachment WHERE municipality = $1 "
                              "AND case_id = $2 AND id = $3",
                              read, work.municipality, permit.case_id(), id);
    if (!stored || !permit.covers(stored->compartment)) return std::nullopt;
    open_name(permit, *stored);
    return stored->file;
}

}  // namespace lots::cases
