using System.Text.Json;

namespace Bot.TestServers;

/// <summary>What the nodes of a cluster share: collections and aliases. One request at a time.</summary>
internal sealed class LoopbackCluster
{
    private readonly Dictionary<string, LoopbackCollection> _collections = [];
    private readonly Dictionary<string, string> _aliases = [];

    public Lock Gate { get; } = new();

    public IEnumerable<string> Names => _collections.Keys;

    public IReadOnlyDictionary<string, string> Aliases => _aliases;

    public bool Has(string name) => _collections.ContainsKey(name);

    /// <summary>The collection of this name, or that the alias leads to.</summary>
    public LoopbackCollection this[string name] =>
        _collections.TryGetValue(_aliases.GetValueOrDefault(name, name), out var collection)
            ? collection
            : throw new RefusalException(404, $"Not found: Collection `{name}` doesn't exist!");

    public void Create(string name, JsonElement shape)
    {
        if (Has(name) || _aliases.ContainsKey(name))
            throw new RefusalException(409, $"Wrong input: Collection `{name}` already exists!");
        _collections[name] = new LoopbackCollection(shape);
    }

    public bool Drop(string name)
    {
        foreach (var alias in _aliases.Where(a => a.Value == name).Select(a => a.Key).ToList())
            _aliases.Remove(alias);
        return _collections.Remove(name);
    }

    public void Change(JsonElement json)
    {
        foreach (var action in StrictObject.Array(new StrictObject(json, "aliases", "actions").Needed("actions"), "actions"))
        {
            var kind = new StrictObject(action, "action", "create_alias", "delete_alias");
            if (kind["delete_alias"] is { } delete)
            {
                _aliases.Remove(new StrictObject(delete, "delete_alias", "alias_name").Needed("alias_name").GetString()!);
                continue;
            }
            var create = new StrictObject(kind.Needed("create_alias"), "create_alias", "collection_name", "alias_name");
            var (collection, alias) = (create.Needed("collection_name").GetString()!, create.Needed("alias_name").GetString()!);
            if (!Has(collection))
                throw new RefusalException(404, $"Not found: Collection `{collection}` doesn't exist!");
            if (Has(alias))
                throw new RefusalException(409, $"Wrong input: Collection `{alias}` already exists!");
            _aliases[alias] = collection;
        }
    }
}
