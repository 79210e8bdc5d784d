#include <algorithm>
#include <map>

#include "audit/file.h"
#include "audit/log.h"
#include "audit/note.h"
#include "audit/tree.h"

namespace lots::audit {

using storage::Row;
using storage::Session;

namespace {

constexpr std::int64_t batch = 1024;       // entries held at a time
constexpr std::size_t problems_max = 100;  // a log that is broken everywhere needs no longer list

std::string number(std::uint64_t value) { return std::to_string(value); }
std::int64_t as_column(std::uint64_t value) { return static_cast<std::int64_t>(value); }

/// Walks the log once from the first entry, in bounded memory, and compares all that is stored or said about a size when it
/// gets there. Uses none of the sequencer's statements.
class Walk {
public:
    Walk(Session& session, const std::optional<NoteVerifier>& verifier, Verification& found)
        : session_(session), verifier_(verifier), found_(found)
    {}

    /// What somebody outside the database says the root is at a size.
    void claim(const std::string& whose, const Checkpoint& checkpoint)
    {
        claims_.emplace(checkpoint.size, std::pair(whose, checkpoint.root));
    }

    void run()
    {
        meet_claims();
        while (walk_batch()) {
        }
        finish();
    }

    void problem(std::string what)
    {
        if (found_.problems.size() < problems_max) found_.problems.push_back(std::move(what));
        else if (found_.problems.size() == problems_max) found_.problems.push_back("… and more");
    }

private:
    struct StoredCheckpoint {
        std::uint64_t size;
        Bytes root;
        std::string note;
    };

    /// False at the end of the log, or where an entry is missing.
    bool walk_batch()
    {
        const auto from = edge_.size();
        const auto hashes = read_entries(from);
        const auto checkpoints = session_.all(
            "SELECT size, root, note FROM log_checkpoint WHERE size > $1 AND size <= $2 ORDER BY size",
            [](const Row& row) {
                return StoredCheckpoint{static_cast<std::uint64_t>(row.integer(0)), row.get<Bytes>(1), row.get<std::string>(2)};
            },
            as_column(from), as_column(from + hashes.size()));

        std::vector<Node> completed;
        auto next = checkpoints.begin();
        for (const auto& hash : hashes) {
            edge_.add(hash, [&](const Node& node) { completed.push_back(node); });
            meet_claims();
            if (next != checkpoints.end() && next->size == edge_.size()) compare(*next++);
        }
        compare(completed);
        return static_cast<std::int64_t>(hashes.size()) == batch;
    }

    std::vector<Hash> read_entries(std::uint64_t from)
    {
        std::vector<Hash> hashes;
        bool gap = false;
        session_.each(
            "SELECT seq, leaf, hash FROM log_entry WHERE seq >= $1 ORDER BY seq LIMIT $2",
            [&](const Row& row) {
                const auto expected = from + hashes.size();
                if (gap) return;
                if (row.integer(0) != as_column(expected)) {
                    problem("entry " + number(expected) + " is missing; after it comes " + std::to_string(row.integer(0)));
                    gap = true;
                    return;
                }
                const auto hash = leaf_hash(row.bytes(1));
                const auto stored = row.bytes(2);
                if (!std::equal(hash.begin(), hash.end(), stored.begin(), stored.end()))
                    problem("entry " + number(expected) + " does not have the hash it was given");
                hashes.push_back(hash);
            },
            as_column(from), batch);
        if (gap) stopped_ = true;
        return hashes;
    }

    void compare(const StoredCheckpoint& stored)
    {
        ++found_.checkpoints;
        last_checkpoint_ = stored.size;
        const auto name = "checkpoint " + number(stored.size);
        const auto root = edge_.root();
        if (!std::equal(root.begin(), root.end(), stored.root.begin(), stored.root.end()))
            problem(name + ": the entries before it do not have its root");
        if (!verifier_) return;
        const auto text = verifier_->open(stored.note);
        if (!text) {
            problem(name + ": its signature does not hold");
            return;
        }
        const auto said = Checkpoint::parse(*text);
        if (!said || said->text() != *text || said->origin != verifier_->name() || said->size != stored.size || said->root != root)
            problem(name + ": what is signed is not this log at this size");
    }

    /// These are the next in the order of the table.
    void compare(const std::vector<Node>& nodes)
    {
        std::map<std::int64_t, Bytes> stored;
        session_.each("SELECT position, hash FROM log_node WHERE position >= $1 AND position < $2",
                      [&](const Row& row) { stored.emplace(row.integer(0), row.get<Bytes>(1)); }, nodes_,
                      nodes_ + static_cast<std::int64_t>(nodes.size()));
        for (const auto& node : nodes) {
            const auto found = stored.find(nodes_++);
            if (found != stored.end() && std::equal(node.hash.begin(), node.hash.end(), found->second.begin(), found->second.end()))
                continue;
            const auto first = node.index << node.level;
            problem("entries " + number(first) + " to " + number(first + (std::uint64_t{1} << node.level) - 1) +
                    ": their tree node is " + (found == stored.end() ? "missing" : "another"));
        }
    }

    void meet_claims()
    {
        const auto [first, last] = claims_.equal_range(edge_.size());
        for (auto claim = first; claim != last; ++claim)
            if (claim->second.second != edge_.root())
                problem(claim->second.first + " of " + number(edge_.size()) + " entries is not a prefix of this log");
    }

    void finish()
    {
        const auto size = edge_.size();
        found_.entries = size;
        found_.root_hex = to_hex(edge_.root());
        for (auto claim = claims_.upper_bound(size); claim != claims_.end(); ++claim)
            problem(claim->second.first + " has " + number(claim->first) + " entries, the log only " + number(size));
        if (stopped_) return;  // the rest would be said of every later entry
        if (size != last_checkpoint_)
            problem("entries " + number(last_checkpoint_) + " to " + number(size - 1) + " stand in no checkpoint");
        session_.each("SELECT size FROM log_checkpoint WHERE size > $1 OR size <= 0 ORDER BY size LIMIT 10",
                      [&](const Row& row) {
                          problem("checkpoint " + std::to_string(row.integer(0)) + " has more entries than the log: " + number(size));
                      },
                      as_column(size));
        session_.each("SELECT count(*) FROM log_node", [&](const Row& row) {
            if (row.integer(0) > nodes_) problem(std::to_string(row.integer(0) - nodes_) + " tree nodes belong to no entries");
        });
        session_.each("SELECT count(*) FROM log_entry WHERE seq < 0", [&](const Row& row) {
            if (row.integer(0) > 0) problem("there are entries before entry 0");
        });
    }

    Session& session_;
    const std::optional<NoteVerifier>& verifier_;
    Verification& found_;
    Edge edge_;
    std::int64_t nodes_ = 0;
    std::uint64_t last_checkpoint_ = 0;
    bool stopped_ = false;
    std::multimap<std::uint64_t, std::pair<std::string, Hash>> claims_;
};

/// The checkpoint in a signed note, or a problem.
std::optional<Checkpoint> opened(Walk& walk, const std::string& whose, const std::string& note,
                                 const std::optional<NoteVerifier>& verifier)
{
    if (!verifier) return std::nullopt;
    const auto text = verifier->open(note);
    auto checkpoint = text ? Checkpoint::parse(*text) : std::nullopt;
    if (!checkpoint || checkpoint->origin != verifier->name()) {
        walk.problem(whose + " is not signed by this log's key, or is not well formed");
        return std::nullopt;
    }
    return checkpoint;
}

}  // namespace

Verification verify(storage::Store& data, const std::filesystem::path& folder, std::optional<std::string> older_checkpoint)
{
    Verification found;
    const auto vkey = read_file(folder / "log.vkey");
    const auto verifier = vkey ? NoteVerifier::parse(*vkey) : std::nullopt;
    // Read first: the log only grows, so it holds whatever was published before the snapshot.
    const auto published = read_file(folder / "checkpoint");

    data.read([&](Session& session) {
        found = {};
        Walk walk(session, verifier, found);
        if (!verifier) walk.problem("log.vkey is missing or is not a verifier key: no signature was checked");
        if (published) {
            if (const auto said = opened(walk, "the published checkpoint", *published, verifier))
                walk.claim("the published checkpoint", *said);
        }
        if (older_checkpoint) {
            if (const auto said = opened(walk, "the older checkpoint", *older_checkpoint, verifier))
                walk.claim("the older checkpoint", *said);
        }
        walk.run();
        if (!published && found.entries > 0) walk.problem("the published checkpoint is missing");
    });
    return found;
}

}  // namespace lots::audit
