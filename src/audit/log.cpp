#include "audit/log.h"

#include <chrono>
#include <map>
#include <mutex>
#include <thread>

#include "audit/file.h"
#include "audit/leaf.h"
#include "audit/log_store.h"
#include "audit/sequencer.h"
#include "base/check.h"

namespace lots::audit {

using storage::Session;

namespace {

constexpr std::size_t subjects_per_leaf = 250;  // with every compartment named, well below leaf_bytes_max
constexpr auto settle_patience = std::chrono::seconds(30);

/// "2026-05": the month by which the log's keys are disposed of, in Swedish time.
std::string month_of(Instant at) { return iso(local_day(at)).substr(0, 7); }

}  // namespace

struct Log::Inner {
    storage::Store& data;
    vault::Vault& vault;
    LogOptions options;
    std::string node;

    std::mutex random_mutex;
    Random& random;

    std::mutex months_mutex;
    std::map<std::pair<MunicipalityId, std::string>, RetentionUnitId> months;

    std::mutex sequencer_mutex;
    std::unique_ptr<Sequencer> sequencer;  // only when this node may sign
    Publisher publisher;
    std::unique_ptr<Runner> runner;

    Inner(storage::Store& store, vault::Vault& keys, Random& chance, LogOptions chosen)
        : data(store), vault(keys), options(std::move(chosen)), random(chance), publisher(store, options.folder)
    {
        node = make_id().hex();
    }

    RecordId make_id()
    {
        const std::scoped_lock lock(random_mutex);
        return RecordId::make(random);
    }

    /// The unit that this month's texts lie under. It is durable in the key database whatever becomes of this transaction, and
    /// each pending entry names it, so nothing depends on whether the transaction that first used it was kept.
    RetentionUnitId unit_of(Session& session, MunicipalityId municipality, const std::string& month, Instant at)
    {
        const std::scoped_lock lock(months_mutex);
        const auto key = std::pair(municipality, month);
        if (const auto known = months.find(key); known != months.end()) return known->second;
        auto unit = month_unit(session, municipality, month);
        if (!unit || !vault.has(*unit)) unit = vault.make_unit(municipality, at);
        months.emplace(key, *unit);
        return *unit;
    }

    std::optional<RetentionUnitId> known_unit(MunicipalityId municipality, const std::string& month)
    {
        const std::scoped_lock lock(months_mutex);
        const auto known = months.find(std::pair(municipality, month));
        return known == months.end() ? std::nullopt : std::optional(known->second);
    }

    /// The entry as it waits for its place; a long list becomes several of the same request, for a leaf has an upper bound.
    std::vector<PendingEntry> prepared(const Entry& entry, const std::string& month, RetentionUnitId unit)
    {
        std::vector<PendingEntry> parts;
        const auto add = [&](const Entry& part) {
            const auto bytes = bytes_of_leaf(make_leaf(vault, part, make_id(), unit));
            parts.push_back({0, entry.municipality, month, unit, Bytes(bytes.begin(), bytes.end())});
        };
        if (entry.subjects.size() <= subjects_per_leaf) {
            add(entry);
            return parts;
        }
        for (std::size_t from = 0; from < entry.subjects.size(); from += subjects_per_leaf) {
            auto part = entry;
            const auto to = std::min(from + subjects_per_leaf, entry.subjects.size());
            part.subjects.assign(entry.subjects.begin() + static_cast<std::ptrdiff_t>(from),
                                 entry.subjects.begin() + static_cast<std::ptrdiff_t>(to));
            add(part);
        }
        return parts;
    }

    Sequencer& signing()
    {
        const std::scoped_lock lock(sequencer_mutex);
        if (!sequencer) {
            auto signer = NoteSigner::load(options.signing_key_file);
            if (signer.verifier().name() != options.origin)
                throw std::runtime_error(options.signing_key_file.string() + ": is a key of " + signer.verifier().name());
            sequencer = std::make_unique<Sequencer>(std::move(signer), options.origin);
        }
        return *sequencer;
    }

    /// A database that is behind its own published checkpoint has lost entries: going on would sign a second history.
    void refuse_a_shortened_log(const NoteVerifier& verifier)
    {
        const auto file = options.folder / "checkpoint";
        const auto note = read_file(file);
        if (!note) return;
        const auto text = verifier.open(*note);
        const auto published = text ? Checkpoint::parse(*text) : std::nullopt;
        if (!published) throw std::runtime_error(file.string() + ": is not a checkpoint that this log's key has signed");
        std::optional<StoredCheckpoint> stored;
        data.read([&](Session& session) { stored = checkpoint_at(session, published->size); });
        if (!stored || stored->root != Bytes(published->root.begin(), published->root.end()))
            throw std::runtime_error("the log in the database does not hold the published checkpoint of " +
                                     std::to_string(published->size) + " entries: it was cut short or is another log");
    }
};

void make_signing_key(const LogOptions& options, Random& random)
{
    auto seed = std::make_unique<vault::SecretKey>();
    random.fill(seed->bytes());
    const NoteSigner signer(options.origin, std::move(seed));
    std::filesystem::create_directories(options.folder);
    signer.save(options.signing_key_file);
    replace_public_file(options.folder / "log.vkey", signer.verifier().vkey() + "\n");
}

Log::Log(storage::Store& data, vault::Vault& vault, Random& random, LogOptions options)
    : inner_(std::make_shared<Inner>(data, vault, random, std::move(options)))
{}

Log::~Log()
{
    inner_->runner.reset();
}

void Log::append(Session& session, const Entry& entry)
{
    const auto month = month_of(entry.at);
    const auto unit = inner_->unit_of(session, entry.municipality, month, entry.at);
    for (const auto& part : inner_->prepared(entry, month, unit)) add_pending(session, part);
}

void Log::append_now(const Entry& entry)
{
    // Sealing and pseudonyms are made on this thread when they can be: on SQLite everybody else waits for the writer's.
    const auto month = month_of(entry.at);
    const auto unit = inner_->known_unit(entry.municipality, month);
    const auto parts = unit ? inner_->prepared(entry, month, *unit) : std::vector<PendingEntry>{};
    inner_->data.write({[&](Session& session) {
                            if (parts.empty()) append(session, entry);
                            for (const auto& part : parts) add_pending(session, part);
                            return storage::Outcome::keep;
                        },
                        {}});
}

void Log::integrate(Session& session)
{
    inner_->signing().integrate(session);
}

void Log::publish() { inner_->publisher.publish(); }

void Log::run_sequencer()
{
    check(!inner_->runner, "the sequencer is run once");
    auto& sequencer = inner_->signing();
    inner_->refuse_a_shortened_log(sequencer.verifier());
    inner_->runner = std::make_unique<Runner>(inner_->data, sequencer, inner_->publisher, inner_->node);
    // The store may outlive the log: then what is written waits in the pending table.
    const std::weak_ptr<Inner> inner = inner_;
    if (inner_->data.engine() == storage::Engine::sqlite) {
        inner_->data.before_commit([inner](Session& session) {
            const auto alive = inner.lock();
            if (!alive) return;
            try {
                alive->sequencer->integrate(session);
            } catch (const storage::Failure& failed) {
                // Nothing is committed without its place in the log, whatever keeps it from having one.
                if (failed.kind() == storage::Failure::Kind::full) throw;
                throw storage::Failure(storage::Failure::Kind::unavailable, std::string("the log cannot be written: ") + failed.what());
            }
        });
        inner_->data.after_commit([inner] {
            if (const auto alive = inner.lock(); alive && alive->runner) alive->runner->wake();
        });
        // What waited since the last time.
        inner_->data.write({[](Session&) { return storage::Outcome::keep; }, {}});
    }
}

void Log::settle()
{
    std::optional<std::int64_t> newest;
    inner_->data.read([&](Session& session) { newest = newest_pending(session); });
    const auto until = std::chrono::steady_clock::now() + settle_patience;
    for (bool waiting = newest.has_value(); waiting;) {
        inner_->data.read([&](Session& session) { waiting = any_pending(session, *newest); });
        if (!waiting) break;
        if (std::chrono::steady_clock::now() > until)
            throw std::runtime_error("the log's entries do not get a place: no sequencer runs" +
                                     (trouble() ? ", " + *trouble() : std::string()));
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    publish();
}

std::optional<std::string> Log::trouble() const
{
    return inner_->runner ? inner_->runner->trouble() : std::nullopt;
}

std::vector<RetentionUnitId> Log::units()
{
    std::vector<RetentionUnitId> units;
    inner_->data.read([&](Session& session) { units = month_units(session); });
    return units;
}

}  // namespace lots::audit
