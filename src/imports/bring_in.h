#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "access/reader.h"
#include "imports/csv.h"
#include "web/services.h"

namespace lots::imports {

enum class ListKind { nominations, cases };

/// What is to be brought in, and as whom.
struct Order {
    ListKind kind = ListKind::nominations;
    std::string content;                  // of the file, as it was read
    std::filesystem::path files;          // the folder with the signed forms; may be empty
    std::string user;                     // sign-in name of `reader`
    bool dry_run = false;                 // do all of it, say what came of it, keep nothing
};

/// What became of a case of the file.
struct Brought {
    int line = 0;
    std::string number, state;            // "F-31", "SIG-2026-014"; "active"
    bool before = false;                  // it came in with an earlier file and was left as it is
};

struct Report {
    std::vector<Fault> faults;            // with one of them nothing is kept
    std::vector<Fault> notes;             // what one should know: an unmet should, a line that came before and says something else now
    std::vector<Brought> cases;
    bool kept = false;
    std::string file_hash;                // SHA-256, hexadecimal
};

/// Brings a file in (docs/import.md): each line through the commands of the pages, under the same access and the same rules, as `reader`.
/// All of it is one unit of work: every line is kept, or none. Kept are also a record of the file (who, when, its hash), for each case its
/// reference, and a log entry for every command; a dry run or a refusal leaves one log entry and nothing else. A reference that came in
/// before is left alone.
Report bring_in(const web::Services& services, const access::Reader& reader, const Order& order);

}  // namespace lots::imports
