#include "app/sealed_files.h"

#include <optional>

#include "vault/files.h"

namespace lots::app {

using storage::Row;

namespace {

constexpr int files_at_once = 100;
constexpr int pieces_at_once = 8;  // half a megabyte

struct File {
    MunicipalityId municipality;
    FileId id;
    CaseId case_id;
    RetentionUnitId unit;
    std::uint64_t size;
};

/// The next files in the order of their keys.
std::vector<File> files_after(storage::Session& db, const File& last)
{
    return db.all(
        "SELECT municipality, id, case_id, unit, size FROM attachment WHERE municipality > $1 OR (municipality = $1 AND id "
        "> $2) "
        "ORDER BY municipality, id LIMIT $3",
        [](const Row& row) {
            return File{row.get<MunicipalityId>(0), row.get<FileId>(1), row.get<CaseId>(2), row.get<RetentionUnitId>(3),
                        static_cast<std::uint64_t>(row.integer(4))};
        },
        last.municipality, last.id, files_at_once);
}

class FileExamination {
    vault::Vault& vault_;
    const File& file_;
    std::vector<std::string>& problems_;
    std::int64_t expected_ = 0;            // the next piece
    std::optional<std::uint32_t> pieces_;  // of the whole file, as the first that opened says

    void problem(std::int64_t piece, const char* what)
    {
        problems_.push_back("attachment_chunk.sealed of row " + to_hex(file_.id.bytes()) + ", piece " +
                            std::to_string(piece) + ", " + what);
    }

public:
    FileExamination(vault::Vault& vault, const File& file, std::vector<std::string>& problems)
        : vault_(vault), file_(file), problems_(problems)
    {}

    void look_at(std::int64_t part, const Bytes& sealed)
    {
        for (; expected_ < part; ++expected_) problem(expected_, "is missing");
        ++expected_;
        try {
            const auto chunk = vault::open_chunk(vault_, file_.unit,
                                                 {vault::Field::file_chunk, file_.municipality, file_.case_id.bytes(),
                                                  file_.id.bytes(), static_cast<std::uint32_t>(part)},
                                                 sealed);
            pieces_ = chunk.chunks;
            if (chunk.file_size != file_.size) problem(part, "is of a file of another length");
        } catch (const vault::Unreadable&) {
            problem(part, "does not open");
        }
    }

    void end()
    {
        if (!pieces_ && expected_ == 0) problem(0, "is missing");
        for (; pieces_ && expected_ < *pieces_; ++expected_) problem(expected_, "is missing");
    }
};

/// Pieces are numbered from 0; -1 comes before the first.
void examine_file(storage::Session& db, vault::Vault& vault, const File& file, SealedFiles& result)
{
    const auto before = result.problems.size();
    FileExamination examination(vault, file, result.problems);
    std::int64_t last = -1;
    for (int got = pieces_at_once; got == pieces_at_once;) {
        got = 0;
        db.each(
            "SELECT part, sealed FROM attachment_chunk WHERE municipality = $1 AND attachment = $2 AND part > $3 ORDER BY "
            "part LIMIT $4",
            [&](const Row& row) {
                last = row.integer(0);
                examination.look_at(last, row.get<Bytes>(1));
                ++got;
            },
            file.municipality, file.id, last, pieces_at_once);
    }
    examination.end();
    if (result.problems.size() == before) ++result.whole;
}

}  // namespace

SealedFiles examine_sealed_files(storage::Store& data, vault::Vault& vault)
{
    SealedFiles result;
    data.read([&](storage::Session& db) {
        File last{};
        for (auto files = files_after(db, last); !files.empty(); files = files_after(db, last)) {
            for (const auto& file : files) examine_file(db, vault, file, result);
            last = files.back();
        }
    });
    return result;
}

}  // namespace lots::app
