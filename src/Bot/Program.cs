Console.WriteLine("not yet composed");
