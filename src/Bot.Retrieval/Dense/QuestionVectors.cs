namespace Bot.Retrieval;

/// <summary>The vectors of the questions asked lately. Thread safe.</summary>
internal sealed class QuestionVectors
{
    private const int Most = 256;

    private readonly Lock _one = new();
    private readonly Dictionary<string, LinkedListNode<(string Text, float[] Vector)>> _nodes = [];
    private readonly LinkedList<(string Text, float[] Vector)> _latestFirst = [];

    public float[]? Find(string text)
    {
        lock (_one)
        {
            if (!_nodes.TryGetValue(text, out var node))
                return null;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.Vector;
        }
    }

    public void Keep(string text, float[] vector)
    {
        lock (_one)
        {
            if (!_nodes.TryAdd(text, new((text, vector))))
                return;
            _latestFirst.AddFirst(_nodes[text]);
            if (_nodes.Count <= Most)
                return;
            _nodes.Remove(_latestFirst.Last!.Value.Text); // not empty: one was just added
            _latestFirst.RemoveLast();
        }
    }
}
